package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.SeatStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks what must be true of every show's seats, whatever happened to them. */
final class SeatHistory {
  private SeatHistory() {}

  /** One row of {@code seat_event}. */
  record Event(UUID seatId, int version, UUID holdId, SeatStatus from, SeatStatus to, Instant at) {}

  /** Every broken promise about a show's seats, in words. */
  static List<String> violations(JdbcClient jdbc, UUID showId) {
    List<String> violations = new ArrayList<>(overlaps(events(jdbc, showId)));
    violations.addAll(
        query(
            jdbc,
            showId,
            """
            select 'state of seat ' || s.seat_id || ' is not where its history ends'
            from seat_state s
            left join lateral (
              select version, to_status, hold_id from seat_event e
              where e.show_id = s.show_id and e.seat_id = s.seat_id
              order by version desc limit 1) last on true
            where s.show_id = :show
              and (s.version <> coalesce(last.version, 0)
                or s.status <> coalesce(last.to_status, 'AVAILABLE')
                or (s.hold_id is not null and s.hold_id <> last.hold_id))
            """));
    violations.addAll(
        query(
            jdbc,
            showId,
            """
            select 'hold ' || h.hold_id || ' is ' || h.status || ' with ' || count(s.seat_id)
              || ' of ' || h.seat_count || ' seats'
            from hold h
            join hold_seat hs on hs.hold_id = h.hold_id and hs.returned_at is null
            left join seat_state s on s.show_id = h.show_id and s.seat_id = hs.seat_id
              and s.hold_id = h.hold_id
              and s.status = case h.status when 'BOOKED' then 'BOOKED' else 'HELD' end
            where h.show_id = :show
            group by h.hold_id, h.status, h.seat_count
            having count(s.seat_id) <> case when h.status in ('ACTIVE', 'PAYING', 'BOOKED')
              then count(*) else 0 end
            """));
    violations.addAll(
        query(
            jdbc,
            showId,
            """
            select 'buyer ' || b.user_id || ' counts ' || b.n || ' but has ' || count(s.seat_id)
            from buyer_seats b
            left join hold h on h.show_id = b.show_id and h.user_id = b.user_id
            left join seat_state s on s.show_id = b.show_id and s.hold_id = h.hold_id
            where b.show_id = :show
            group by b.user_id, b.n
            having b.n <> count(s.seat_id)
            """));
    violations.addAll(
        query(
            jdbc,
            showId,
            """
            select 'buyer ' || b.user_id || ' has ' || b.n || ' of at most ' || t.seats_per_user_max
            from buyer_seats b join show_sale t on t.show_id = b.show_id
            where b.show_id = :show and b.n > t.seats_per_user_max
            """));
    return violations;
  }

  /** Seats that had two owners at a time: each change must begin where the last one ended. */
  static List<String> overlaps(List<Event> events) {
    List<String> overlaps = new ArrayList<>();
    Map<UUID, Event> last = new HashMap<>();
    for (Event event : events) {
      @Nullable Event before = last.put(event.seatId(), event);
      int version = before == null ? 0 : before.version();
      SeatStatus status = before == null ? SeatStatus.AVAILABLE : before.to();
      boolean sameOwner =
          before == null
              || status == SeatStatus.AVAILABLE
              || before.holdId().equals(event.holdId());
      boolean later = before == null || !event.at().isBefore(before.at());
      if (event.version() != version + 1 || event.from() != status || !sameOwner || !later) {
        overlaps.add(before + " was followed by " + event);
      }
    }
    return overlaps;
  }

  private static List<Event> events(JdbcClient jdbc, UUID showId) {
    return jdbc.sql(
            """
            select seat_id, version, hold_id, from_status, to_status, at from seat_event
            where show_id = :show order by seat_id, version, at
            """)
        .param("show", showId)
        .query(
            (rs, _) ->
                new Event(
                    rs.getObject("seat_id", UUID.class),
                    rs.getInt("version"),
                    rs.getObject("hold_id", UUID.class),
                    SeatStatus.valueOf(rs.getString("from_status")),
                    SeatStatus.valueOf(rs.getString("to_status")),
                    rs.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static List<String> query(JdbcClient jdbc, UUID showId, String sql) {
    return jdbc.sql(sql)
        .param("show", showId)
        .query((rs, _) -> String.valueOf(rs.getString(1)))
        .list();
  }
}
