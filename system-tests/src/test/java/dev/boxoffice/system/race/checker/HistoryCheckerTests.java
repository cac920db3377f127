package dev.boxoffice.system.race.checker;

import static dev.boxoffice.system.race.checker.Story.id;
import static dev.boxoffice.system.race.checker.Story.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.system.race.history.Account;
import dev.boxoffice.system.race.history.BookingRecord;
import dev.boxoffice.system.race.history.Command;
import dev.boxoffice.system.race.history.HoldRecord;
import dev.boxoffice.system.race.history.Operation;
import dev.boxoffice.system.race.history.SeatRecord;
import dev.boxoffice.system.race.history.SeatStatus;
import dev.boxoffice.system.race.history.Shown;
import dev.boxoffice.system.race.history.Ticket;
import dev.boxoffice.system.race.history.Told;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checker finds what is planted, by its name, and nothing where nothing is. */
class HistoryCheckerTests {
  private final Story story = new Story("A1", "A2", "A3", "A4", "A5", "A6");

  @BeforeEach
  void tellAnInnocentStory() {
    story.holds("asha", "first", "A1", "A2");
    story.releases("asha", "first");
    story.holds("bina", "second", "A2", "A3");
    story.pays("bina", "second", "ticketed");
    story.shown.add(new Shown("the map", 4, 0, 2));
    assertThat(HistoryChecker.atRest(story.history())).isEmpty();
  }

  @Test
  void findsASeatSoldTwiceInTheHistory() {
    UUID seat = id("A2");
    // As if the row count had not been looked at: chidi's hold took over what bina has booked.
    SeatRecord booked = story.seat(seat);
    story.seats.put(seat, new SeatRecord(seat, booked.version(), SeatStatus.AVAILABLE, null, null));
    story.holds("chidi", "third", "A2");

    assertFound(Invariant.I1, "the seat was");
    assertFound(Invariant.I1, "two owners at once");
  }

  @Test
  void findsASeatThatTwoBuyersWereToldIsTheirsThoughTheRowsAreGone() {
    story.told(
        "chidi",
        new Command.Hold(ids("A3"), null),
        story.tick(),
        new Told(
            Told.Verdict.OK,
            201,
            "",
            new Told.Grant(id("third"), ids("A3"), story.tick().plusSeconds(60))));

    assertFound(Invariant.I1, "two buyers were told");
  }

  @Test
  void findsAVersionThatIsMissing() {
    story.events.remove(1);
    assertFound(Invariant.I1, "is followed by");
  }

  @Test
  void findsASeatThatIsNotAsItsHistoryEnds() {
    story.seats.put(id("A5"), new SeatRecord(id("A5"), 0, SeatStatus.HELD, id("second"), null));
    assertFound(Invariant.I1, "but its history ends");
  }

  @Test
  void findsAHoldThatWasAcknowledgedAndLost() {
    story.told(
        "asha",
        new Command.Hold(ids("A6"), null),
        story.tick(),
        new Told(
            Told.Verdict.OK,
            201,
            "",
            new Told.Grant(id("lost"), ids("A6"), story.tick().plusSeconds(60))));

    assertFound(Invariant.LOST_HOLD, "no such hold");
  }

  @Test
  void findsAHoldThatTookOnlySomeOfItsSeats() {
    story.holds("asha", "whole", "A4", "A5");
    HoldRecord hold = story.hold("whole");
    story.holds.put(
        hold.holdId(),
        new HoldRecord(
            hold.holdId(),
            hold.buyer(),
            hold.status(),
            Set.copyOf(ids("A4", "A5", "A6")),
            3,
            null,
            hold.expiresAt(),
            null));

    assertFound(Invariant.I3, "took only");
    assertFound(Invariant.I3, "holds");
  }

  @Test
  void findsAHoldThatEndedAndKeptASeat() {
    story.holds("asha", "whole", "A4", "A5");
    story.change(id("A4"), SeatStatus.AVAILABLE, id("whole"), null);
    story.put(story.hold("whole"), HoldRecord.Status.EXPIRED, null, null);

    assertFound(Invariant.I3, "freed");
  }

  @Test
  void findsABuyerOverTheLimit() {
    story.holds("bina", "third", "A1", "A4", "A5");
    assertFound(Invariant.I9, "buyer bina had 5 seats, and 4 are allowed");
  }

  @Test
  void findsABuyerWhoseCountIsWrong() {
    story.buyers.put("bina", 1);
    assertFound(Invariant.I9, "buyer bina has 2 seats and is counted with 1");
  }

  @Test
  void findsACountThatIsShownWrong() {
    story.shown.add(new Shown("the availability", 3, 1, 2));
    assertFound(Invariant.I7, "the availability");
  }

  @Test
  void findsAMoneyTakenTwice() {
    story.accounts.add(new Account(id("ticketed"), 200, 200, 0, 0, 1));
    assertFound(Invariant.I5, "2 captures");
    assertFound(Invariant.I4, "400 instead of 200");
  }

  @Test
  void findsMoneyOfABookingThatFailed() {
    story.accounts.add(new Account(id("nobody's"), 100, 0, 0, 0, 0));
    assertFound(Invariant.I4, "100 still set aside");
  }

  @Test
  void findsABookingThatNobodyPaidFor() {
    story.accounts.clear();
    assertFound(Invariant.I4, "never paid");
  }

  @Test
  void findsAConfirmedBookingWithoutOneOfItsSeats() {
    rewriteBooking(BookingRecord.Status.CONFIRMED, Set.copyOf(ids("A2", "A3", "A4")));
    assertFound(Invariant.I2, "has booked");
  }

  @Test
  void findsABookingThatWasConfirmedAndFailed() {
    rewriteBooking(BookingRecord.Status.FAILED, booking().seatIds());
    assertFound(Invariant.I2, "confirmed by");
  }

  @Test
  void findsAHoldThatWasBookedAfterItsDeadline() {
    story.holds("asha", "late", "A5");
    HoldRecord hold = story.hold("late");
    story.put(hold, HoldRecord.Status.BOOKED, id("late booking"), hold.expiresAt().plusSeconds(1));
    assertFound(Invariant.I6, "booked after its deadline");
  }

  @Test
  void findsABookingThatWasFirstAskedForAfterTheHoldHadExpired() {
    Operation held =
        story.operations.stream()
            .filter(operation -> operation.told().body().equals("second"))
            .findFirst()
            .orElseThrow();
    story.operations.set(
        story.operations.indexOf(held),
        new Operation(
            held.number(),
            held.buyer(),
            held.command(),
            held.invokedAt(),
            held.endedAt(),
            new Told(
                Told.Verdict.OK,
                201,
                "second",
                new Told.Grant(id("second"), ids("A2", "A3"), held.invokedAt()))));
    assertFound(Invariant.I6, "asked to pay at");
  }

  @Test
  void findsAKeyThatWasAnsweredInTwoWays() {
    for (String body : List.of("one", "other")) {
      story.told(
          "asha",
          new Command.Hold(ids("A4"), "key"),
          story.tick(),
          new Told(Told.Verdict.FAIL, 409, body, null));
    }
    assertFound(Invariant.I11, "several ways");
  }

  @Test
  void findsATicketTooFewAndOneTooMany() {
    story.tickets.set(0, new Ticket(id("ticketed"), id("A6")));
    assertFound(Invariant.I8, "missing");
    assertFound(Invariant.I8, "too many");
  }

  private void rewriteBooking(BookingRecord.Status status, Set<UUID> seatIds) {
    BookingRecord booking = booking();
    story.bookings.put(
        booking.bookingId(),
        new BookingRecord(
            booking.bookingId(), booking.holdId(), "bina", status, seatIds, booking.total(), 0));
  }

  private BookingRecord booking() {
    return java.util.Objects.requireNonNull(story.bookings.get(id("ticketed")));
  }

  private void assertFound(Invariant invariant, String detail) {
    assertThat(HistoryChecker.atRest(story.history()))
        .anySatisfy(
            violation -> {
              assertThat(violation.invariant()).isEqualTo(invariant);
              assertThat(violation.detail()).contains(detail);
            });
  }
}
