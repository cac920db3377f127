package dev.boxoffice.local.launcher.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoveTests {

  private static final Place HALL = new Place("Hall", "Town", ZoneId.of("America/New_York"));

  @Test
  void leavesASeasonToComeWhereItIs() {
    assertThat(move("2026-11-27T12:00:00Z", "2026-11-28", "2027-05-01")).isEqualTo(new Move(0));
  }

  @Test
  void movesAllByAsManyYearsAsTheEarliestNeeds() {
    assertThat(move("2026-11-27T12:00:00Z", "2025-12-20", "2024-09-12")).isEqualTo(new Move(3));
    assertThat(move("2026-11-27T12:00:00Z", "2024-12-20", "2024-12-21")).isEqualTo(new Move(2));
  }

  @Test
  void goesByTheHourAndTheZoneOfThePlace() {
    assertThat(move("2026-11-27T23:59:59Z", "2026-11-27")).isEqualTo(new Move(0));
    assertThat(move("2026-11-28T00:30:00Z", "2026-11-27")).isEqualTo(new Move(1));
  }

  @Test
  void keepsTheHourOfTheDayWhateverTheClocksDidThatYear() {
    // Daylight saving ends on 3 November 2024, but on 7 November 2027.
    assertThat(concert("2024-11-05").movedBy(3).toInstant()).isEqualTo("2027-11-05T23:30:00Z");
    assertThat(concert("2024-11-05").movedBy(0).toInstant()).isEqualTo("2024-11-06T00:30:00Z");
  }

  @Test
  void putsALeapDayOnTheDayBeforeWhereThereIsNone() {
    assertThat(concert("2024-02-29").movedBy(3).toLocalDate()).isEqualTo("2027-02-28");
    assertThat(concert("2024-02-29").movedBy(4).toLocalDate()).isEqualTo("2028-02-29");
  }

  private static Move move(String now, String... days) {
    return Move.intoTheFuture(
        List.of(days).stream().map(MoveTests::concert).toList(), Instant.parse(now));
  }

  private static Concert concert(String day) {
    return new Concert(HALL, LocalDate.parse(day), LocalTime.of(19, 30), "Concert");
  }
}
