package dev.boxoffice.defaults.inbox;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All writes to {@code inbox}. */
final class InboxLedger {
  private final JdbcClient jdbc;

  InboxLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean insert(String consumer, String eventId) {
    return jdbc.sql(
                """
                insert into inbox (consumer, event_id) values (:consumer, :eventId)
                on conflict do nothing
                """)
            .param("consumer", consumer)
            .param("eventId", eventId)
            .update()
        == 1;
  }

  int deleteOlderThan(Duration age) {
    return jdbc.sql("delete from inbox where received_at < now() - make_interval(secs => :seconds)")
        .param("seconds", age.toSeconds())
        .update();
  }
}
