package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds and locks holds in force whose time has passed by the database's clock: nobody has ended
 * them yet.
 */
@Repository
class DueHoldLedger {
  private static final String IS_DUE = "status in ('ACTIVE', 'PAYING') and expires_at <= now()\n";

  private static final String DUE_AMONG =
      "select "
          + HoldRow.COLUMNS
          + "from hold where hold_id = any(cast(:holds as uuid[])) and "
          + IS_DUE
          + "order by hold_id ";

  static final String LOCK = DUE_AMONG + "for update";

  static final String LOCK_FREE = DUE_AMONG + "for update skip locked";

  static final String BUYERS =
      "select user_id from hold where hold_id = any(cast(:holds as uuid[]))";

  static final String OLDEST =
      "select "
          + HoldRow.COLUMNS
          + "from hold where hold_id <> all(cast(:except as uuid[])) and "
          + IS_DUE
          + "order by expires_at limit :most";

  static final String OF_BUYERS =
      "select "
          + HoldRow.COLUMNS
          + "from hold where show_id = :show and user_id = any(cast(:users as text[])) and "
          + IS_DUE;

  static final String NEXT_EXPIRY =
      """
      select (extract(epoch from expires_at - clock_timestamp()) * 1000)::bigint
      from hold
      where status in ('ACTIVE', 'PAYING') and hold_id <> all(cast(:except as uuid[]))
      order by expires_at limit 1
      """;

  private final JdbcClient jdbc;

  DueHoldLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whose the holds are, due or not. */
  Set<UserId> buyers(Collection<HoldId> holdIds) {
    return jdbc.sql(BUYERS)
        .param("holds", HoldLedger.texts(holdIds))
        .query((rs, _) -> new UserId(rs.getString("user_id")))
        .set();
  }

  /** Locks those of the holds that are due, in key order. */
  List<HoldRecord> lock(Collection<HoldId> holdIds) {
    return lock(LOCK, holdIds);
  }

  /** The same, leaving out those that somebody else has locked. */
  List<HoldRecord> lockFree(Collection<HoldId> holdIds) {
    return lock(LOCK_FREE, holdIds);
  }

  private List<HoldRecord> lock(String sql, Collection<HoldId> holdIds) {
    return jdbc.sql(sql)
        .param("holds", HoldLedger.texts(holdIds))
        .query((rs, _) -> HoldRow.read(rs))
        .list();
  }

  /** The holds that have been due longest, but for some. */
  List<HoldRecord> oldest(int atMost, Collection<HoldId> except) {
    return jdbc.sql(OLDEST)
        .param("except", HoldLedger.texts(except))
        .param("most", atMost)
        .query((rs, _) -> HoldRow.read(rs))
        .list();
  }

  /** Buyers' own due holds of a show. */
  Map<UserId, List<HoldId>> of(ShowId showId, Collection<UserId> users) {
    return jdbc
        .sql(OF_BUYERS)
        .param("show", showId.value())
        .param("users", users.stream().map(UserId::value).toArray(String[]::new))
        .query((rs, _) -> HoldRow.read(rs))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                HoldRecord::userId, Collectors.mapping(HoldRecord::holdId, Collectors.toList())));
  }

  /**
   * What is left until the next hold expires, but for some; by the database's clock, may be
   * negative.
   */
  Optional<Duration> untilNextExpiry(Collection<HoldId> except) {
    return jdbc.sql(NEXT_EXPIRY)
        .param("except", HoldLedger.texts(except))
        .query(Long.class)
        .optional()
        .map(Duration::ofMillis);
  }
}
