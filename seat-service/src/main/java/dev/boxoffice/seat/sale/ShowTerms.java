package dev.boxoffice.seat.sale;

import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a show's seats are sold.
 *
 * @param salesStartAt null if the sale starts as soon as the seats exist
 * @param seatsPerUserMax seats that one user may hold and have booked together
 * @param admissionNeeded whether buyers must have been let in by the waiting room
 * @param totalSeats 0 until the seats exist
 */
public record ShowTerms(
    ShowId showId,
    UUID eventId,
    SaleStatus status,
    Instant showTime,
    @Nullable Instant salesStartAt,
    Currency currency,
    int seatsPerUserMax,
    boolean admissionNeeded,
    boolean orphanSeatsAllowed,
    SeatIdBase seatIdBase,
    int totalSeats) {

  public boolean onSaleAt(Instant now) {
    return status == SaleStatus.OPEN
        && now.isBefore(showTime)
        && (salesStartAt == null || !now.isBefore(salesStartAt));
  }

  /** Whether an id is that of a seat of this show. */
  public boolean has(SeatId seatId) {
    int index = seatIdBase.indexOf(seatId);
    return index >= 0 && index < totalSeats;
  }
}
