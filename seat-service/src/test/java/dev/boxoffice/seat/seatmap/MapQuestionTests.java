package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MapQuestionTests {
  private static final UUID EVENT = UUID.fromString("0190a5e2-7b1c-7cc3-8f00-00000000000a");
  private static final UUID SHOW = UUID.fromString("0190a5e2-7b1c-7cc3-8f00-00000000000b");
  private static final UUID SECTION = UUID.fromString("0190a5e2-7b1c-7cc3-8f00-00000000000c");

  @Test
  void readsWhatIsWrittenAsUsual() {
    String seats = "/v1/events/" + EVENT + "/shows/" + SHOW + "/seats";

    assertThat(MapQuestion.read(seats, null))
        .isEqualTo(new MapQuestion(SHOW, EVENT, MapSnapshot.Form.SEATS, null));
    assertThat(MapQuestion.read(seats, "view=sections"))
        .isEqualTo(new MapQuestion(SHOW, EVENT, MapSnapshot.Form.COUNTS, null));
    assertThat(MapQuestion.read(seats, "section=" + SECTION))
        .isEqualTo(new MapQuestion(SHOW, EVENT, MapSnapshot.Form.SEATS, SECTION));
    assertThat(MapQuestion.read("/v1/shows/" + SHOW + "/availability", null))
        .isEqualTo(new MapQuestion(SHOW, null, MapSnapshot.Form.TWO_BITS, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1/shows/E/availability/",
        "/v1/shows/E",
        "/v1/shows//availability",
        "/v1/shows/E/audit",
        "/v1/shows/%45/availability",
        "/v1/shows/0190a5e2-7b1c-7cc3-8f00-00000000000g/availability",
        "/v1/shows/0190a5e2-7b1c-7cc3-8f0000000000-000b/availability",
        "/v1/shows/1-1-1-1-1/availability",
        "/v1/events/E/shows/E/seats/",
        "/v1/events/E/shows/E/seat",
        "/v1/events/E/shews/E/seats",
        "/v1/events/E;a=b/shows/E/seats",
        "/v1//events/E/shows/E/seats",
        "/v2/events/E/shows/E/seats",
        "/v1/events/1/shows/2/seats"
      })
  void leavesOtherPathsToOthers(String path) {
    assertThat(read(path, null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/shows/E/availability, x=1",
    "/v1/events/E/shows/E/seats, ''",
    "/v1/events/E/shows/E/seats, view=everything",
    "/v1/events/E/shows/E/seats, view=sections&x=1",
    "/v1/events/E/shows/E/seats, view=sections&section=E",
    "/v1/events/E/shows/E/seats, section=stalls",
    "/v1/events/E/shows/E/seats, Section=E"
  })
  void leavesOtherQueriesToOthers(String path, String query) {
    assertThat(read(path, query)).isNull();
  }

  private static @Nullable MapQuestion read(String path, @Nullable String query) {
    String id = EVENT.toString();
    return MapQuestion.read(path.replace("E", id), query == null ? null : query.replace("E", id));
  }
}
