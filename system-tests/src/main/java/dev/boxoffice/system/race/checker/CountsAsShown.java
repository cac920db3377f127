package dev.boxoffice.system.race.checker;

import dev.boxoffice.system.race.history.History;
import dev.boxoffice.system.race.history.SeatStatus;
import java.util.stream.Stream;

/** I7. Whoever shows counts shows those of the seats. */
final class CountsAsShown implements Check {

  @Override
  public Stream<Violation> violations(History history) {
    Counts derived =
        new Counts(
            count(history, SeatStatus.AVAILABLE),
            count(history, SeatStatus.HELD),
            count(history, SeatStatus.BOOKED));
    return history.shown().stream()
        .filter(
            shown -> !new Counts(shown.available(), shown.held(), shown.booked()).equals(derived))
        .map(shown -> new Violation(Invariant.I7, shown + ", and the seats are " + derived));
  }

  private record Counts(int available, int held, int booked) {}

  private static int count(History history, SeatStatus status) {
    return (int) history.seats().stream().filter(seat -> seat.status() == status).count();
  }
}
