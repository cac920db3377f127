package dev.boxoffice.booking.sales;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the table {@code entry}: whose ticket has opened the door. */
@Repository
class EntryLedger {

  private final JdbcClient jdbc;

  EntryLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A ticket opens the door once; of two records the earlier stands. */
  void record(CheckedIn entry) {
    jdbc.sql(
            """
            insert into entry (ticket_id, show_id, booking_id, seat_id, checked_in_at)
            values (:ticketId, :showId, :bookingId, :seatId, :checkedInAt)
            on conflict (ticket_id) do update
            set checked_in_at = least(entry.checked_in_at, excluded.checked_in_at)
            """)
        .param("ticketId", entry.ticketId())
        .param("showId", entry.showId())
        .param("bookingId", entry.bookingId())
        .param("seatId", entry.seatId())
        .param("checkedInAt", entry.checkedInAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Nobody went in with that ticket after all; it is no error if nobody was heard of. */
  void strikeOut(UUID ticketId) {
    jdbc.sql("delete from entry where ticket_id = :ticketId").param("ticketId", ticketId).update();
  }

  /** What the event says of it. */
  record CheckedIn(UUID ticketId, UUID bookingId, UUID showId, UUID seatId, Instant checkedInAt) {}
}
