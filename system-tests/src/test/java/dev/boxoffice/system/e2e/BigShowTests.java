package dev.boxoffice.system.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A stadium is a show like any other. */
class BigShowTests {
  private final Platform platform = Platform.running();

  @Test
  void opensAStadiumOfFiftyThousandSeats() {
    Map<String, Object> stadium = Plans.house("Stadium", 10, 50, 100);
    Show show = platform.publishes(stadium);
    JsonNode sections =
        platform.visitor().get(show.path() + "/seats?view=sections").expect(200).body();
    assertThat(
            sections
                .required("sections")
                .valueStream()
                .mapToInt(s -> s.required("available").asInt())
                .sum())
        .isEqualTo(50_000);
  }
}
