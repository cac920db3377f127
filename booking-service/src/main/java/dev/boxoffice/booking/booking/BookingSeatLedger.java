package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.PricedSeat;
import dev.boxoffice.booking.SeatId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the table {@code booking_seat}. */
@Repository
class BookingSeatLedger {

  private final JdbcClient jdbc;

  BookingSeatLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Records the seats in the hold's order; those recorded before stay as they are. */
  void record(BookingId booking, List<PricedSeat> seats) {
    int position = 0;
    for (var seat : seats) {
      jdbc.sql(
              """
              insert into booking_seat
                (booking_id, seat_id, position, section_id, section, row_label, seat_number, price)
              values
                (:bookingId, :seatId, :position, :sectionId, :section, :row, :number, :price)
              on conflict (booking_id, seat_id) do nothing
              """)
          .param("bookingId", booking.value())
          .param("seatId", seat.seatId().value())
          .param("position", position++)
          .param("sectionId", seat.sectionId().value())
          .param("section", seat.section())
          .param("row", seat.row())
          .param("number", seat.number())
          .param("price", seat.price().minorUnits())
          .update();
    }
  }

  /** Gives seats back, each with its share of the refund. */
  void cancel(BookingId booking, Map<SeatId, Money> refunds, Instant at) {
    for (var refund : refunds.entrySet()) {
      int rows =
          jdbc.sql(
                  """
                  update booking_seat
                  set cancelled_at = :at, refund_amount = :refundAmount
                  where booking_id = :bookingId and seat_id = :seatId and cancelled_at is null
                  """)
              .param("bookingId", booking.value())
              .param("seatId", refund.getKey().value())
              .param("refundAmount", refund.getValue().minorUnits())
              .param("at", at.atOffset(ZoneOffset.UTC))
              .update();
      if (rows != 1) {
        throw new IllegalStateException(
            "Seat " + refund.getKey() + " of booking " + booking + " could not be cancelled");
      }
    }
  }
}
