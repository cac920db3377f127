package dev.boxoffice.defaults.outbox;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All writes to {@code outbox}. */
final class OutboxLedger {
  private final JdbcClient jdbc;

  OutboxLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Stores events, whose positions follow each other in the payloads' order. */
  void insert(
      String topic, String key, String type, List<String> payloads, @Nullable String traceparent) {
    int stored =
        jdbc.sql(
                """
                insert into outbox (topic, message_key, type, payload, traceparent)
                select :topic, :key, :type, e.payload, :traceparent
                from unnest(cast(:payloads as text[])) with ordinality as e (payload, n)
                order by e.n
                """)
            .param("topic", topic)
            .param("key", key)
            .param("type", type)
            .param("payloads", payloads.toArray(String[]::new))
            .param("traceparent", traceparent)
            .update();
    if (stored != payloads.size()) {
      throw new IllegalStateException("outbox stored " + stored + " rows for " + type);
    }
  }

  boolean hasUnsent() {
    return jdbc.sql("select exists (select from outbox where parked_at is null)")
        .query(Boolean.class)
        .single();
  }

  /**
   * What is unsent, oldest first. Never "after the last position seen": positions are handed out
   * before commit, so a later one may be visible first.
   */
  List<OutboxEvent> unsent(int limit) {
    return jdbc.sql(
            """
            select position, event_id, topic, message_key, type, payload, traceparent, created_at
            from outbox where parked_at is null order by position limit :limit
            """)
        .param("limit", limit)
        .query(
            (row, n) ->
                new OutboxEvent(
                    row.getLong("position"),
                    row.getObject("event_id", UUID.class),
                    row.getString("topic"),
                    row.getString("message_key"),
                    row.getString("type"),
                    row.getString("payload"),
                    row.getString("traceparent"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  long countUnsent() {
    return jdbc.sql("select count(*) from outbox where parked_at is null")
        .query(Long.class)
        .single();
  }

  /** How long the oldest unsent event has waited; 0 if there is none. */
  double secondsUnsent() {
    return jdbc.sql(
            """
            select coalesce(extract(epoch from now() - min(created_at)), 0)
            from outbox where parked_at is null
            """)
        .query(Double.class)
        .single();
  }

  long countParked() {
    return jdbc.sql("select count(*) from outbox where parked_at is not null")
        .query(Long.class)
        .single();
  }

  int delete(Collection<Long> positions) {
    return jdbc.sql("delete from outbox where position = any(:positions)")
        .param("positions", positions.toArray(Long[]::new))
        .update();
  }

  int park(long position, String reason) {
    return jdbc.sql(
            "update outbox set parked_at = now(), parked_reason = :reason where position = :position")
        .param("reason", reason)
        .param("position", position)
        .update();
  }
}
