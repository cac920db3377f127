package dev.boxoffice.seat.allocation;

import dev.boxoffice.defaults.outbox.Outbox;
import dev.boxoffice.seat.allocation.hold.BookingId;
import dev.boxoffice.seat.allocation.hold.EndedHolds;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.HoldStatus;
import dev.boxoffice.seat.allocation.hold.SeatsChanged;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Frees the seats of holds that ended and of bookings that give them back; their buyers may hold as
 * many others. In the caller's transaction, which has locked the buyers' rows and then the holds'.
 */
@Component
class EndHolds {
  private final HoldLedger holds;
  private final HeldSeatLedger heldSeats;
  private final SeatLedger seats;
  private final BuyerLedger buyers;
  private final Outbox outbox;

  EndHolds(
      HoldLedger holds,
      HeldSeatLedger heldSeats,
      SeatLedger seats,
      BuyerLedger buyers,
      Outbox outbox) {
    this.holds = holds;
    this.heldSeats = heldSeats;
    this.seats = seats;
    this.buyers = buyers;
    this.outbox = outbox;
  }

  EndedHolds expire(ShowId showId, List<HoldRecord> locked) {
    return end(showId, locked, HoldStatus.EXPIRED);
  }

  EndedHolds release(ShowId showId, List<HoldRecord> locked) {
    return end(showId, locked, HoldStatus.RELEASED);
  }

  /** Frees booked seats, whose buyer's and hold's rows are locked; repeated, it frees nothing. */
  EndedHolds giveBack(HoldRecord booked, BookingId bookingId, List<SeatId> seatIds) {
    List<SeatId> now = heldSeats.giveBack(booked.holdId(), seatIds);
    if (now.isEmpty()) {
      return EndedHolds.none(booked.showId());
    }
    List<SeatsChanged.Change> changes =
        seats.giveBack(booked.showId(), booked.holdId(), bookingId, now);
    expect(booked.showId(), now.size(), changes.size(), "seats of booking " + bookingId);
    buyers.lower(booked.showId(), Map.of(booked.userId(), now.size()));
    Map<SeatId, HoldId> owners =
        now.stream().collect(Collectors.toMap(seatId -> seatId, _ -> booked.holdId()));
    return new EndedHolds(booked.showId(), owners, changes);
  }

  private EndedHolds end(ShowId showId, List<HoldRecord> locked, HoldStatus how) {
    if (locked.isEmpty()) {
      return EndedHolds.none(showId);
    }
    List<HoldId> holdIds = locked.stream().map(HoldRecord::holdId).toList();
    Map<SeatId, HoldId> owners = heldSeats.owners(holdIds);
    List<SeatsChanged.Change> changes = seats.free(showId, holdIds, owners.keySet());
    expect(
        showId,
        locked.stream().mapToInt(HoldRecord::seatCount).sum(),
        changes.size(),
        "seats of the ended holds " + holdIds);
    expect(showId, holdIds.size(), holds.end(holdIds, how), "holds to end");
    buyers.lower(
        showId,
        locked.stream()
            .collect(Collectors.toMap(HoldRecord::userId, HoldRecord::seatCount, Integer::sum)));
    outbox.appendAll(
        "seat.show",
        showId.toString(),
        "seat.show.hold-ended",
        locked.stream().map(hold -> HoldEnded.of(hold, how)).toList());
    return new EndedHolds(showId, owners, changes);
  }

  private static void expect(ShowId showId, int expected, int found, String what) {
    if (expected != found) {
      throw new IllegalStateException(
          "show " + showId + ": " + found + " instead of " + expected + " " + what);
    }
  }

  record HoldEnded(UUID showId, UUID holdId, String userId, String reason) {
    static HoldEnded of(HoldRecord hold, HoldStatus how) {
      return new HoldEnded(
          hold.showId().value(), hold.holdId().value(), hold.userId().value(), how.name());
    }
  }
}
