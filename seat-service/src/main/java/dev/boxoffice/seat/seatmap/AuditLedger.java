package dev.boxoffice.seat.seatmap;

import dev.boxoffice.seat.sale.ShowId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Recounts a show from its rows, all as of one moment. It writes nothing. */
@Component
class AuditLedger {
  private static final String BROKEN_HISTORIES =
      """
      select seat_id from seat_event where show_id = :showId
       group by seat_id
      having count(*) <> max(version) - min(version) + 1
          or bool_or(to_status = 'HELD' and from_status <> 'AVAILABLE')
          or bool_or(to_status = 'BOOKED' and from_status <> 'HELD')
      """;

  private static final String OTHER_THAN_HISTORY =
      """
      select e.seat_id
        from (select seat_id, max(version) as version from seat_event where show_id = :showId group by seat_id) e
        join seat_state s on s.show_id = :showId and s.seat_id = e.seat_id
       where s.version <> e.version
      """;

  private static final String BOOKED_OTHERWISE =
      """
      select s.seat_id
        from seat_state s left join hold h using (hold_id)
       where s.show_id = :showId and s.status = 'BOOKED'
         and (s.booking_id is null or h.status is distinct from 'BOOKED'
              or h.booking_id is distinct from s.booking_id)
      """;

  private static final String HELD_BY_NOBODY =
      """
      select s.seat_id
        from seat_state s left join hold h using (hold_id)
       where s.show_id = :showId and s.status = 'HELD'
         and (h.status is null or h.status not in ('ACTIVE', 'PAYING') or h.show_id <> s.show_id)
      """;

  private static final String PARTIAL_HOLDS =
      """
      select hs.seat_id
        from hold h join hold_seat hs using (hold_id)
        left join seat_state s
          on s.show_id = :showId and s.seat_id = hs.seat_id and s.hold_id = h.hold_id and s.status = 'HELD'
       where h.show_id = :showId and h.status in ('ACTIVE', 'PAYING') and s.seat_id is null
      """;

  private static final String OWNED =
      """
      select h.user_id, count(*) as n, min(s.seat_id::text)::uuid as seat_id
        from seat_state s join hold h using (hold_id)
       where s.show_id = :showId group by h.user_id
      """;

  private static final String MISCOUNTED_BUYERS =
      "select owned.seat_id from ("
          + OWNED
          + """
          ) owned
            full join (select user_id, n from buyer_seats where show_id = :showId) counted using (user_id)
           where coalesce(owned.n, 0) <> coalesce(counted.n, 0)
          """;

  private static final String BUYERS_OVER_LIMIT =
      "select owned.seat_id from ("
          + OWNED
          + """
          ) owned
            join show_sale sale on sale.show_id = :showId
           where owned.n > sale.seats_per_user_max
          """;

  private final JdbcClient jdbc;

  AuditLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Counts(int capacity, int available, int held, int booked, int blocked) {}

  /** Something that must never be, how often it is, and some of the seats concerned. */
  record Violation(String invariant, String detail, int count, List<String> seatIds) {
    Violation {
      seatIds = List.copyOf(seatIds);
    }
  }

  record Recount(Counts counts, List<Violation> violations) {
    Recount {
      violations = List.copyOf(violations);
    }
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  Recount recount(ShowId showId) {
    Counts counts =
        jdbc.sql(
                """
                select count(*) as capacity,
                       count(*) filter (where status = 'AVAILABLE') as available,
                       count(*) filter (where status = 'HELD') as held,
                       count(*) filter (where status = 'BOOKED') as booked,
                       count(*) filter (where status = 'BLOCKED') as blocked
                  from seat_state where show_id = :showId
                """)
            .param("showId", showId.value())
            .query(Counts.class)
            .single();
    List<Violation> violations =
        Stream.of(
                find(showId, "I1", "the seat's history has two owners at once", BROKEN_HISTORIES),
                find(showId, "I1", "the seat is not as its history ends", OTHER_THAN_HISTORY),
                find(showId, "I2", "booked, but not by the booking of its hold", BOOKED_OTHERWISE),
                find(showId, "I3", "held, but by no hold in force", HELD_BY_NOBODY),
                find(showId, "I3", "a hold in force lacks seats of its own", PARTIAL_HOLDS),
                find(showId, "I9", "a buyer's count is not that of his seats", MISCOUNTED_BUYERS),
                find(showId, "I9", "a buyer has more seats than allowed", BUYERS_OVER_LIMIT))
            .filter(violation -> violation.count() > 0)
            .toList();
    return new Recount(counts, violations);
  }

  private Violation find(ShowId showId, String invariant, String detail, String seats) {
    return jdbc.sql(
            """
            with wrong as materialized (
              %s)
            select (select count(*) from wrong) as found,
                   array(select seat_id::text from wrong where seat_id is not null limit 10) as some
            """
                .formatted(seats))
        .param("showId", showId.value())
        .query(
            (row, n) ->
                new Violation(
                    invariant,
                    detail,
                    row.getInt("found"),
                    List.of((String[]) row.getArray("some").getArray())))
        .single();
  }
}
