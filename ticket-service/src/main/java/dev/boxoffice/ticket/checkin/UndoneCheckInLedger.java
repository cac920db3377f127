package dev.boxoffice.ticket.checkin;

import dev.boxoffice.ticket.issuing.Ticket;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code undone_check_in}: who took back what, and why. */
@Component
class UndoneCheckInLedger {

  private final JdbcClient jdbc;

  UndoneCheckInLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Ticket ticket, Instant checkedInAt, Instant undoneAt, String staff, String reason) {
    @Nullable String gate = ticket.gate();
    int written =
        jdbc.sql(
                """
                insert into undone_check_in
                  (ticket_id, undone_at, staff, reason, checked_in_at, gate)
                values (:ticketId, :undoneAt, :staff, :reason, :checkedInAt, :gate)
                """)
            .param("ticketId", ticket.ticketId().value())
            .param("undoneAt", undoneAt.atOffset(ZoneOffset.UTC))
            .param("staff", staff)
            .param("reason", reason)
            .param("checkedInAt", checkedInAt.atOffset(ZoneOffset.UTC))
            .param("gate", gate)
            .update();
    if (written != 1) {
      throw new IllegalStateException("no record of undoing %s".formatted(ticket.ticketId()));
    }
  }
}
