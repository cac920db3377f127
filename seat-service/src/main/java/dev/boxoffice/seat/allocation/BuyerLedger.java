package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.sale.ShowId;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Owns {@code buyer_seats}: how many seats of a show each buyer holds and has booked. */
@Repository
class BuyerLedger {
  private final JdbcClient jdbc;

  BuyerLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Raises a buyer's count and locks it; false, and nothing raised, if that is over the limit. */
  boolean raise(ShowId showId, UserId userId, int seats, int max) {
    return jdbc.sql(
                """
                insert into buyer_seats as b (show_id, user_id, n)
                select :show, :user, :seats where :seats <= :max
                on conflict (show_id, user_id) do update set n = b.n + excluded.n
                where b.n + excluded.n <= :max
                """)
            .param("show", showId.value())
            .param("user", userId.value())
            .param("seats", seats)
            .param("max", max)
            .update()
        == 1;
  }

  /** Lowers a buyer's count, whose row is locked. */
  void lower(ShowId showId, UserId userId, int seats) {
    int rows =
        jdbc.sql(
                """
                update buyer_seats set n = n - :seats
                where show_id = :show and user_id = :user and n >= :seats
                """)
            .param("show", showId.value())
            .param("user", userId.value())
            .param("seats", seats)
            .update();
    if (rows != 1) {
      throw new IllegalStateException(
          "buyer " + userId + " of show " + showId + " has fewer than " + seats + " seats");
    }
  }

  int count(ShowId showId, UserId userId) {
    return jdbc.sql("select n from buyer_seats where show_id = :show and user_id = :user")
        .param("show", showId.value())
        .param("user", userId.value())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /** Makes a buyer's row if there is none, so that it can be locked in its order. */
  int ensure(ShowId showId, UserId userId) {
    return jdbc.sql(
            """
            insert into buyer_seats (show_id, user_id, n) values (:show, :user, 0)
            on conflict (show_id, user_id) do nothing
            """)
        .param("show", showId.value())
        .param("user", userId.value())
        .update();
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
        .param("users", users.stream().map(UserId::value).toArray(String[]::new))
        .query((rs, _) -> new UserId(rs.getString("user_id")))
        .set();
  }
}
