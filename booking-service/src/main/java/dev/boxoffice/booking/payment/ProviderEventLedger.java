package dev.boxoffice.booking.payment;

import java.time.Instant;
import java.time.ZoneOffset;
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
            .param("receivedAt", receivedAt.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Deletes a bounded number of events that came before the given time; returns how many. */
  int forget(Instant before, int limit) {
    return jdbc.sql(
            """
            delete from provider_event
            where event_id in (select event_id
                               from provider_event
                               where received_at < :before
                               limit :limit)
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .update();
  }
}
