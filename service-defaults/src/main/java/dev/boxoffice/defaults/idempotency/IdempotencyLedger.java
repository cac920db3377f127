package dev.boxoffice.defaults.idempotency;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All writes to {@code idempotent_request}; every time in it is the database's. */
final class IdempotencyLedger {
  /**
   * A request still unanswered after this long has died with its process; the key may run again.
   */
  private static final Duration RUNS_AT_MOST = Duration.ofSeconds(60);

  private static final Duration KEPT_FOR = Duration.ofHours(24);

  private final JdbcClient jdbc;

  IdempotencyLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Claim claim(String userId, String key, String fingerprint) {
    Optional<OffsetDateTime> claimed =
        jdbc.sql(
                """
                insert into idempotent_request as r (user_id, request_key, fingerprint)
                values (:userId, :key, :fingerprint)
                on conflict (user_id, request_key) do update
                set fingerprint = excluded.fingerprint, started_at = now(), finished_at = null,
                    status = null, content_type = null, location = null, body = null
                where r.started_at < now() - make_interval(secs => :keptFor)
                   or (r.finished_at is null and r.fingerprint = excluded.fingerprint
                       and r.started_at < now() - make_interval(secs => :runsAtMost))
                returning started_at
                """)
            .param("userId", userId)
            .param("key", key)
            .param("fingerprint", fingerprint)
            .param("keptFor", KEPT_FOR.toSeconds())
            .param("runsAtMost", RUNS_AT_MOST.toSeconds())
            .query(OffsetDateTime.class)
            .optional();
    return claimed.isPresent() ? new Claim.First(claimed.get()) : earlier(userId, key, fingerprint);
  }

  private Claim earlier(String userId, String key, String fingerprint) {
    return jdbc.sql(
            """
            select fingerprint = :fingerprint as same, finished_at, status, content_type, location,
                   body
            from idempotent_request where user_id = :userId and request_key = :key
            """)
        .param("userId", userId)
        .param("key", key)
        .param("fingerprint", fingerprint)
        .query(
            (row, n) -> {
              if (!row.getBoolean("same")) {
                return new Claim.Reused();
              }
              if (row.getObject("finished_at") == null) {
                return new Claim.Running();
              }
              return (Claim)
                  new Claim.Answered(
                      new FirstAnswer(
                          row.getInt("status"),
                          row.getString("content_type"),
                          row.getString("location"),
                          row.getString("body")));
            })
        .optional()
        // Forgotten between the two statements: whoever did that is answering right now.
        .orElseGet(Claim.Running::new);
  }

  /**
   * Stores the answer; false if the request took so long that another has claimed the key since,
   * whose answer it is now that counts.
   */
  boolean finish(String userId, String key, Claim.First claim, FirstAnswer answer) {
    return jdbc.sql(
                """
                update idempotent_request
                set finished_at = now(), status = :status, content_type = :contentType,
                    location = :location, body = :body
                where user_id = :userId and request_key = :key and finished_at is null
                  and started_at = :startedAt
                """)
            .param("status", answer.status())
            .param("contentType", answer.contentType())
            .param("location", answer.location())
            .param("body", answer.body())
            .param("userId", userId)
            .param("key", key)
            .param("startedAt", claim.startedAt())
            .update()
        == 1;
  }

  /** Forgets a request whose answer is not to be kept; false if another has claimed the key. */
  boolean forget(String userId, String key, Claim.First claim) {
    return jdbc.sql(
                """
                delete from idempotent_request
                where user_id = :userId and request_key = :key and finished_at is null
                  and started_at = :startedAt
                """)
            .param("userId", userId)
            .param("key", key)
            .param("startedAt", claim.startedAt())
            .update()
        == 1;
  }

  int deleteExpired() {
    return jdbc.sql(
            """
            delete from idempotent_request
            where started_at < now() - make_interval(secs => :keptFor)
            """)
        .param("keptFor", KEPT_FOR.toSeconds())
        .update();
  }
}
