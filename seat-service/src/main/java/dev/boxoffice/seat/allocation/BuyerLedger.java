package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.sale.ShowId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Owns {@code buyer_seats}: how many seats of a show each buyer holds and has booked. */
@Repository
class BuyerLedger {
  static final String RAISE =
      """
      insert into buyer_seats as b (show_id, user_id, n)
      select :show, w.user_id, w.seats
      from unnest(cast(:users as text[]), cast(:counts as integer[])) as w (user_id, seats)
      where w.seats <= :most
      order by w.user_id
      on conflict (show_id, user_id) do update set n = b.n + excluded.n
      where b.n + excluded.n <= :most
      returning user_id
      """;

  static final String LOWER =
      """
      update buyer_seats b set n = b.n - w.seats
      from unnest(cast(:users as text[]), cast(:counts as integer[])) as w (user_id, seats)
      where b.show_id = :show and b.user_id = w.user_id and b.n >= w.seats
      """;

  private final JdbcClient jdbc;

  BuyerLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Raises buyers' counts and locks them, in key order.
   *
   * @return those who stay within the limit; the others' counts are as they were
   */
  Set<UserId> raise(ShowId showId, Map<UserId, Integer> seats, int max) {
    return change(RAISE, showId, seats)
        .param("most", max)
        .query((rs, _) -> new UserId(rs.getString("user_id")))
        .set();
  }

  /** Lowers the counts of buyers whose rows are locked. */
  void lower(ShowId showId, Map<UserId, Integer> seats) {
    if (seats.isEmpty()) {
      return;
    }
    int rows = change(LOWER, showId, seats).update();
    if (rows != seats.size()) {
      throw new IllegalStateException(
          "a buyer of show " + showId + " has fewer seats than " + seats);
    }
  }

  private JdbcClient.StatementSpec change(String sql, ShowId showId, Map<UserId, Integer> seats) {
    List<UserId> users = List.copyOf(seats.keySet());
    return jdbc.sql(sql)
        .param("show", showId.value())
        .param("users", texts(users))
        .param("counts", users.stream().map(seats::get).toArray(Integer[]::new));
  }

  /** How many seats buyers have; whoever has never had any is not there. */
  Map<UserId, Integer> counts(ShowId showId, Collection<UserId> users) {
    Map<UserId, Integer> counts = new HashMap<>();
    jdbc.sql("select user_id, n from buyer_seats where show_id = :show and user_id = any(:users)")
        .param("show", showId.value())
        .param("users", texts(users))
        .query(
            rs -> {
              counts.put(new UserId(rs.getString("user_id")), rs.getInt("n"));
            });
    return counts;
  }

  /** Locks the rows of these buyers, in key order. */
  Set<UserId> lock(ShowId showId, Collection<UserId> users) {
    return lock(showId, users, "for update");
  }

  /** Locks those rows that nobody else has locked. */
  Set<UserId> lockFree(ShowId showId, Collection<UserId> users) {
    return lock(showId, users, "for update skip locked");
  }

  private Set<UserId> lock(ShowId showId, Collection<UserId> users, String how) {
    return jdbc.sql(
            """
            select user_id from buyer_seats where show_id = :show and user_id = any(:users)
            order by user_id\s"""
                + how)
        .param("show", showId.value())
        .param("users", texts(users))
        .query((rs, _) -> new UserId(rs.getString("user_id")))
        .set();
  }

  private static String[] texts(Collection<UserId> users) {
    return users.stream().map(UserId::value).toArray(String[]::new);
  }
}
