package dev.boxoffice.ticket.checkin;

import dev.boxoffice.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code offline_scan}: which scans we heard of, and what we said. */
@Component
class OfflineScanLedger {

  private final JdbcClient jdbc;

  OfflineScanLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if this scan was sent before; waits while it is being answered. */
  boolean insert(String staff, String scanId, Instant scannedAt) {
    return jdbc.sql(
                """
                insert into offline_scan (staff, scan_id, scanned_at)
                values (:staff, :scanId, :scannedAt)
                on conflict do nothing
                """)
            .param("staff", staff)
            .param("scanId", scanId)
            .param("scannedAt", scannedAt.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void answer(String staff, String scanId, ScanVerdict verdict) {
    var ticketId = verdict.ticketId();
    var checkedInAt = verdict.checkedInAt();
    int answered =
        jdbc.sql(
                """
                update offline_scan set
                  result = :result, ticket_id = :ticketId, checked_in_at = :checkedInAt,
                  gate = :gate
                where staff = :staff and scan_id = :scanId and result is null
                """)
            .param("result", verdict.result().name())
            .param("ticketId", ticketId == null ? null : ticketId.value())
            .param("checkedInAt", checkedInAt == null ? null : checkedInAt.atOffset(ZoneOffset.UTC))
            .param("gate", verdict.gate())
            .param("staff", staff)
            .param("scanId", scanId)
            .update();
    if (answered != 1) {
      throw new IllegalStateException("scan %s of %s was answered twice".formatted(scanId, staff));
    }
  }

  ScanVerdict firstAnswer(String staff, String scanId) {
    return jdbc.sql(
            """
            select result, ticket_id, checked_in_at, gate
            from offline_scan
            where staff = :staff and scan_id = :scanId
            """)
        .param("staff", staff)
        .param("scanId", scanId)
        .query((row, _) -> verdict(row))
        .single();
  }

  private static ScanVerdict verdict(ResultSet row) throws SQLException {
    var ticketId = row.getObject("ticket_id", UUID.class);
    return new ScanVerdict(
        ScanResult.valueOf(row.getString("result")),
        ticketId == null ? null : new TicketId(ticketId),
        instant(row.getObject("checked_in_at", OffsetDateTime.class)),
        row.getString("gate"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
