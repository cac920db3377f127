package dev.boxoffice.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.boxoffice.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTests {

  @TempDir Path folder;

  @Test
  void saysWhatOfItIsNotSoldAndWhy() throws IOException {
    PlanFile plan =
        PlanFile.read(
            Files.writeString(
                folder.resolve("plan.json"),
                """
                {"name": "Hall", "categories": [{"name": "A"}, {"name": "B"}], "zones": [{
                  "name": "Floor",
                  "areas": [{"shape": "rectangle"}, {"shape": "circle", "capacity": 50}],
                  "rows": [{"row_number": "1", "seats": [
                    {"seat_number": "1", "uuid": "a", "category": "A", "seat_guid": "x"},
                    {"seat_number": "2", "uuid": "b", "category": "A", "seat_guid": "x"}]}]}]}
                """));

    assertThat(plan.name()).isEqualTo("Hall");
    assertThat(plan.seats()).isEqualTo(2);
    assertThat(plan.categories()).containsExactly("A", "B");
    assertThat(plan.skipped())
        .containsExactly(
            "1 areas without a capacity: drawn on the map, not for sale",
            "2 x seat.seat_guid: labels repeat in real plans; every place gets an id of its own");
  }

  @Test
  void saysWhichFileIsNoPlan() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.json"), "{\"name\":");

    assertThatThrownBy(() -> PlanFile.read(file))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("plan.json is not JSON");
    assertThatThrownBy(() -> PlanFile.read(folder.resolve("none.json")))
        .hasMessageContaining("cannot read");
  }
}
