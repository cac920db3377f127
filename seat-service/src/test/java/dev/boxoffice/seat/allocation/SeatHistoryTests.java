package dev.boxoffice.seat.allocation;

import static dev.boxoffice.seat.allocation.hold.SeatStatus.AVAILABLE;
import static dev.boxoffice.seat.allocation.hold.SeatStatus.BOOKED;
import static dev.boxoffice.seat.allocation.hold.SeatStatus.HELD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.allocation.SeatHistory.Event;
import dev.boxoffice.seat.allocation.hold.SeatStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A checker that cannot fail would prove nothing. */
class SeatHistoryTests {
  private static final UUID SEAT = UUID.randomUUID();
  private static final UUID ASHA = UUID.randomUUID();
  private static final UUID BEN = UUID.randomUUID();

  @Test
  void acceptsAHistoryInWhichOneOwnerFollowsTheOther() {
    assertThat(
            SeatHistory.overlaps(
                List.of(
                    event(1, ASHA, AVAILABLE, HELD),
                    event(2, ASHA, HELD, AVAILABLE),
                    event(3, BEN, AVAILABLE, HELD),
                    event(4, BEN, HELD, BOOKED))))
        .isEmpty();
  }

  @Test
  void findsASeatSoldTwice() {
    assertThat(
            SeatHistory.overlaps(
                List.of(event(1, ASHA, AVAILABLE, HELD), event(2, BEN, AVAILABLE, HELD))))
        .hasSize(1);
  }

  @Test
  void findsASeatBookedBySomebodyElseThanItsHolder() {
    assertThat(
            SeatHistory.overlaps(
                List.of(event(1, ASHA, AVAILABLE, HELD), event(2, BEN, HELD, BOOKED))))
        .hasSize(1);
  }

  @Test
  void findsAChangeThatIsMissing() {
    assertThat(
            SeatHistory.overlaps(
                List.of(event(1, ASHA, AVAILABLE, HELD), event(3, ASHA, HELD, BOOKED))))
        .hasSize(1);
  }

  private static Event event(int version, UUID owner, SeatStatus from, SeatStatus to) {
    return new Event(SEAT, version, owner, from, to, Instant.ofEpochSecond(version));
  }
}
