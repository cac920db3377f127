package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.SeatId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code revoked_seat}, and the lock by which issuing, revoking and handing on take
 * turns.
 */
@Component
class RevocationLedger {

  private final JdbcClient jdbc;

  RevocationLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits until no other transaction issues, revokes or replaces tickets of this booking. */
  void takeTurn(BookingId bookingId) {
    var _ =
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:bookingId, 0))::text")
            .param("bookingId", bookingId.toString())
            .query(String.class)
            .list();
  }

  /** Marks seats as revoked; those marked before keep their first reason. */
  void insert(BookingId bookingId, Collection<SeatId> seatIds, String reason, Instant at) {
    for (var seatId : seatIds) {
      int _ =
          jdbc.sql(
                  """
                  insert into revoked_seat (booking_id, seat_id, reason, revoked_at)
                  values (:bookingId, :seatId, :reason, :at)
                  on conflict do nothing
                  """)
              .param("bookingId", bookingId.value())
              .param("seatId", seatId.value())
              .param("reason", reason)
              .param("at", at.atOffset(ZoneOffset.UTC))
              .update();
    }
  }

  Set<SeatId> revokedOf(BookingId bookingId) {
    return new HashSet<>(
        jdbc.sql("select seat_id from revoked_seat where booking_id = :bookingId")
            .param("bookingId", bookingId.value())
            .query((row, _) -> new SeatId(row.getObject("seat_id", UUID.class)))
            .list());
  }
}
