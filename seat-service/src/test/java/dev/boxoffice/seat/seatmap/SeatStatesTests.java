package dev.boxoffice.seat.seatmap;

import static dev.boxoffice.seat.allocation.hold.SeatStatus.AVAILABLE;
import static dev.boxoffice.seat.allocation.hold.SeatStatus.BLOCKED;
import static dev.boxoffice.seat.allocation.hold.SeatStatus.BOOKED;
import static dev.boxoffice.seat.allocation.hold.SeatStatus.HELD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeatStatesTests {

  @Test
  void packsTwoBitsASeatLowBitsFirst() {
    SeatStates states = SeatStates.untouched(6);
    states.advance(new SeatChange(1, HELD, 1));
    states.advance(new SeatChange(2, BOOKED, 2));
    states.advance(new SeatChange(3, BLOCKED, 1));
    states.advance(new SeatChange(5, HELD, 1));

    assertThat(states.toTwoBits()).containsExactly(0b11_10_01_00, 0b00_00_01_00);
  }

  @Test
  void takesFiftyThousandSeatsInThirteenKilobytes() {
    assertThat(SeatStates.untouched(50_000).toTwoBits()).hasSizeLessThan(13_000);
  }

  @Test
  void neverGoesBackToAnOlderChange() {
    SeatStates states = SeatStates.untouched(1);
    states.advance(new SeatChange(0, BOOKED, 2));
    states.advance(new SeatChange(0, HELD, 1));

    assertThat(states.status(0)).isEqualTo(BOOKED);
    assertThat(states.version(0)).isEqualTo(2);
  }

  @Test
  void findsWhatAnotherPictureKnowsLater() {
    SeatStates published = SeatStates.untouched(3);
    published.advance(new SeatChange(0, HELD, 1));
    published.advance(new SeatChange(1, HELD, 3));
    SeatStates stored = SeatStates.untouched(3);
    stored.advance(new SeatChange(0, BOOKED, 2));
    stored.advance(new SeatChange(1, AVAILABLE, 2));

    assertThat(published.newerIn(stored)).containsExactly(new SeatChange(0, BOOKED, 2));
    assertThat(published.mergedWith(stored).status(0)).isEqualTo(BOOKED);
    assertThat(published.mergedWith(stored).status(1)).isEqualTo(HELD);
    assertThat(published.mergedWith(stored).changes()).isEqualTo(5);
  }

  @Test
  void survivesTheWayThroughRedis() {
    SeatStates states = SeatStates.untouched(5);
    states.advance(new SeatChange(4, BOOKED, 100_000_000));
    states.advance(new SeatChange(0, BLOCKED, 0));

    assertThat(SeatStates.fromBytes(states.toBytes(), 5)).isEqualTo(states);
  }

  @Test
  void countsTheAvailableSeatsOfASection() {
    SeatStates states = SeatStates.untouched(5);
    states.advance(new SeatChange(1, HELD, 1));
    states.advance(new SeatChange(4, HELD, 1));

    assertThat(states.available(0, 3)).isEqualTo(2);
    assertThat(states.available(3, 2)).isEqualTo(1);
  }
}
