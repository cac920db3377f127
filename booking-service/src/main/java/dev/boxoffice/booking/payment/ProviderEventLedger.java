package dev.boxoffice.booking.payment;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the table {@code provider_event}: which of the provider's events have come. */
@Repository
class ProviderEventLedger {

  private final JdbcClient jdbc;

  ProviderEventLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean firstTime(String eventId, String type, Instant receivedAt) {
    return jdbc.sql(
                """
                insert into provider_event (event_id, type, received_at)
                values (:eventId, :type, :receivedAt)
                on conflict (event_id) do nothing
                """)
            .param("eventId", eventId)
            .param("type", type)
            .param("receivedAt", Timestamp.from(receivedAt))
            .update()
        == 1;
  }
}
