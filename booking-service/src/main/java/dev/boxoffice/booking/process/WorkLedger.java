package dev.boxoffice.booking.process;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the table {@code work}. The database's clock says what is due and whose lease is over. */
@Repository
class WorkLedger {

  private final JdbcClient jdbc;
  private final RecoverySettings settings;

  WorkLedger(JdbcClient jdbc, RecoverySettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Records work that the caller runs at once; in the transaction that begins the process. */
  Work begin(WorkKind kind, UUID key) {
    var lease = UUID.randomUUID();
    int rows =
        jdbc.sql(
                """
                insert into work (kind, key, due_at, lease_token, lease_until)
                values (:kind, :key, now(), :lease, now() + :leaseMillis * interval '1 ms')
                """)
            .param("kind", kind.name())
            .param("key", key)
            .param("lease", lease)
            .param("leaseMillis", settings.leaseFor().toMillis())
            .update();
    if (rows != 1) {
      throw new IllegalStateException(kind + " " + key + " was not recorded");
    }
    return new Work(kind, key, 0, lease);
  }

  /** Records work for whoever finds it due; if it is there already, it stays as it is. */
  void beginLater(WorkKind kind, UUID key, Duration delay) {
    jdbc.sql(
            """
            insert into work (kind, key, due_at)
            values (:kind, :key, now() + :delayMillis * interval '1 ms')
            on conflict (kind, key) do nothing
            """)
        .param("kind", kind.name())
        .param("key", key)
        .param("delayMillis", delay.toMillis())
        .update();
  }

  /** Takes the lease of one piece of work, due or not; absent if somebody is at it. */
  @Nullable Work claim(WorkKind kind, UUID key) {
    return jdbc.sql(
            """
            update work
            set lease_token = gen_random_uuid(),
                lease_until = now() + :leaseMillis * interval '1 ms'
            where kind = :kind and key = :key and (lease_until is null or lease_until <= now())
            returning kind, key, tries, lease_token
            """)
        .param("kind", kind.name())
        .param("key", key)
        .param("leaseMillis", settings.leaseFor().toMillis())
        .query(WorkLedger::work)
        .optional()
        .orElse(null);
  }

  /** Takes the leases of work that is due. Any number of instances may ask at once. */
  List<Work> claimDue(int limit) {
    return jdbc.sql(
            """
            update work w
            set lease_token = gen_random_uuid(),
                lease_until = now() + :leaseMillis * interval '1 ms'
            from (select kind, key
                  from work
                  where due_at <= now() and (lease_until is null or lease_until <= now())
                  order by due_at
                  limit :limit
                  for update skip locked) due
            where w.kind = due.kind and w.key = due.key
            returning w.kind, w.key, w.tries, w.lease_token
            """)
        .param("limit", limit)
        .param("leaseMillis", settings.leaseFor().toMillis())
        .query(WorkLedger::work)
        .list();
  }

  /** Gives the lease back until the next look; does nothing if another run has it by now. */
  void putOff(Work work, Duration delay, int tries) {
    jdbc.sql(
            """
            update work
            set lease_token = null, lease_until = null, tries = :tries,
                due_at = greatest(now(), now() + :delayMillis * interval '1 ms')
            where kind = :kind and key = :key and lease_token = :lease
            """)
        .param("kind", work.kind().name())
        .param("key", work.key())
        .param("lease", work.lease())
        .param("tries", tries)
        .param("delayMillis", delay.toMillis())
        .update();
  }

  /** Makes work due now; it is no error if there is none. A run that is under way is left alone. */
  void wake(UUID key) {
    jdbc.sql("update work set due_at = now() where key = :key").param("key", key).update();
  }

  /** Strikes work out, in the transaction that ends its process. */
  void end(WorkKind kind, UUID key) {
    jdbc.sql("delete from work where kind = :kind and key = :key")
        .param("kind", kind.name())
        .param("key", key)
        .update();
  }

  /** Strikes work out unless somebody is at it. */
  boolean endUnlessRunning(WorkKind kind, UUID key) {
    jdbc.sql(
            """
            delete from work
            where kind = :kind and key = :key and (lease_until is null or lease_until <= now())
            """)
        .param("kind", kind.name())
        .param("key", key)
        .update();
    return jdbc.sql("select count(*) from work where kind = :kind and key = :key")
            .param("kind", kind.name())
            .param("key", key)
            .query(Long.class)
            .single()
        == 0;
  }

  private static Work work(java.sql.ResultSet row, int index) throws java.sql.SQLException {
    return new Work(
        WorkKind.valueOf(row.getString("kind")),
        row.getObject("key", UUID.class),
        row.getInt("tries"),
        row.getObject("lease_token", UUID.class));
  }
}
