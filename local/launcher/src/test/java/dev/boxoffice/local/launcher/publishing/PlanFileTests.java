package dev.boxoffice.local.launcher.publishing;

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
                {"name": "Hall", "categories": [{"name": "A"}, {"name": "B"}, {"name": "C"}], "zones": [{
                  "name": "Floor",
                  "areas": [{"shape": "rectangle", "uuid": "c"}, {"shape": "circle", "capacity": 50},
                    {"shape": "circle", "capacity": 9, "category": "C"}],
                  "rows": [{"row_number": "1", "seats": [
                    {"seat_number": "1", "uuid": "a", "category": "A", "seat_guid": "x"},
                    {"seat_number": "2", "uuid": "b", "category": "A", "seat_guid": "x"}]}]}]}
                """));

    assertThat(plan.name()).isEqualTo("Hall");
    assertThat(plan.seats()).isEqualTo(2);
    assertThat(plan.categories()).containsExactly("A", "B", "C");
    assertThat(plan.skipped())
        .containsExactly(
            "category \"B\": no seats have it",
            "1 area without a capacity: drawn on the map, not for sale",
            "1 area without a category: drawn on the map, not for sale",
            "1 x area.uuid: means nothing to the sale",
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
