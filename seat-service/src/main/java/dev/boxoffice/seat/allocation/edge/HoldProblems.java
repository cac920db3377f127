package dev.boxoffice.seat.allocation.edge;

import dev.boxoffice.defaults.problem.Problem;
import dev.boxoffice.seat.allocation.hold.HoldStatus;
import dev.boxoffice.seat.sale.SeatId;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** What the refusals of holds look like on the wire. */
final class HoldProblems {
  private HoldProblems() {}

  static Problem holdNotFound() {
    return Problem.of(HttpStatus.NOT_FOUND, "HOLD_NOT_FOUND", "There is no such hold of yours.");
  }

  static Problem holdExpired() {
    return Problem.of(HttpStatus.CONFLICT, "HOLD_EXPIRED", "The hold does not have its seats.");
  }

  static Problem holdBooked() {
    return Problem.of(HttpStatus.CONFLICT, "HOLD_BOOKED", "The hold's seats are booked.");
  }

  static Problem holdNotReleasable(HoldStatus status) {
    return Problem.of(
            HttpStatus.CONFLICT,
            "HOLD_NOT_RELEASABLE",
            "The hold is being paid for or booked; cancel the booking instead.")
        .with("holdStatus", status);
  }

  static Problem holdNotExtendable(HoldStatus status, int extensions) {
    return Problem.of(
            HttpStatus.CONFLICT, "HOLD_NOT_EXTENDABLE", "The hold cannot be made any longer.")
        .with("holdStatus", status)
        .with("extensions", extensions);
  }

  static Problem showNotFound() {
    return Problem.of(HttpStatus.NOT_FOUND, "SHOW_NOT_FOUND", "There is no such show.");
  }

  static Problem showNotOnSale() {
    return Problem.of(
        HttpStatus.CONFLICT, "SHOW_NOT_ON_SALE", "Seats of this show are not on sale now.");
  }

  static Problem admissionRequired(String queueUrl) {
    return Problem.of(
            HttpStatus.FORBIDDEN,
            "ADMISSION_REQUIRED",
            "The show has a waiting room; send its token as X-Admission-Token.")
        .with("queueUrl", queueUrl);
  }

  static Problem seatNotFound(List<SeatId> seatIds) {
    return Problem.of(HttpStatus.NOT_FOUND, "SEAT_NOT_FOUND", "Not seats of this show.")
        .with("seatIds", values(seatIds));
  }

  static Problem limitReached(int limit, int owned) {
    return Problem.of(
            HttpStatus.CONFLICT,
            "TICKET_LIMIT_REACHED",
            "That would be more seats than one buyer may have.")
        .with("limit", limit)
        .with("owned", owned);
  }

  static Problem orphanSeat(List<SeatId> seatIds) {
    return Problem.of(
            HttpStatus.CONFLICT,
            "ORPHAN_SEAT",
            "Single seats would be left alone, and there are others; none is held.")
        .with("seatIds", values(seatIds));
  }

  static Problem seatsUnavailable(List<SeatId> seatIds) {
    return Problem.of(
            HttpStatus.CONFLICT, "SEATS_UNAVAILABLE", "Not all seats are available; none is held.")
        .with("seatIds", values(seatIds));
  }

  private static List<UUID> values(List<SeatId> seatIds) {
    return seatIds.stream().map(SeatId::value).toList();
  }
}
