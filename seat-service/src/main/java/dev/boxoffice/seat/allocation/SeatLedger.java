package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.BookingId;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.SeatStatus;
import dev.boxoffice.seat.allocation.hold.SeatsChanged;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Owns {@code seat_state} and {@code seat_event}. Every change names the state it expects, and
 * answers with the seats that were in it; the caller compares their number with what it meant.
 */
@Repository
class SeatLedger {
  private final JdbcClient jdbc;

  SeatLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the state of every seat of a show: available. */
  int create(ShowId showId) {
    return jdbc.sql(
            """
            insert into seat_state (show_id, seat_id)
            select show_id, seat_id from seats where show_id = :show order by seat_id
            """)
        .param("show", showId.value())
        .update();
  }

  /** Locks seats in key order; for transactions that change seats in more than one statement. */
  int lock(ShowId showId, Collection<SeatId> seatIds) {
    return jdbc.sql(
            """
            select seat_id from seat_state
            where show_id = :show and seat_id = any(cast(:seats as uuid[]))
            order by seat_id for update
            """)
        .param("show", showId.value())
        .param("seats", texts(seatIds))
        .query(UUID.class)
        .list()
        .size();
  }

  /** Gives those of the seats that are available to a hold. */
  List<SeatsChanged.Change> hold(
      ShowId showId, Collection<SeatId> seatIds, HoldId holdId, Duration holdFor) {
    return jdbc.sql(
            """
            with wanted as (
              select seat_id from seat_state
              where show_id = :show and seat_id = any(cast(:seats as uuid[]))
              order by seat_id for update),
            changed as (
              update seat_state s
              set status = 'HELD', hold_id = :hold,
                  hold_expires_at = now() + make_interval(secs => :seconds),
                  version = s.version + 1
              from wanted w
              where s.show_id = :show and s.seat_id = w.seat_id and s.status = 'AVAILABLE'
              returning s.seat_id, s.version)
            insert into seat_event (show_id, seat_id, hold_id, version, from_status, to_status)
            select :show, seat_id, :hold, version, 'AVAILABLE', 'HELD' from changed
            returning seat_id, version, to_status
            """)
        .param("show", showId.value())
        .param("seats", texts(seatIds))
        .param("hold", holdId.value())
        .param("seconds", seconds(holdFor))
        .query((rs, _) -> change(rs))
        .list();
  }

  /** Frees the seats of holds that end without a booking. */
  List<SeatsChanged.Change> free(
      ShowId showId, Collection<HoldId> holdIds, Collection<SeatId> seatIds) {
    return jdbc.sql(
            """
            with mine as (
              select seat_id from seat_state
              where show_id = :show and seat_id = any(cast(:seats as uuid[]))
              order by seat_id for update),
            changed as (
              update seat_state s
              set status = 'AVAILABLE', hold_id = null, hold_expires_at = null,
                  version = s.version + 1
              from mine m
              where s.show_id = :show and s.seat_id = m.seat_id
                and s.status = 'HELD' and s.hold_id = any(cast(:holds as uuid[]))
              returning s.seat_id, s.version, old.hold_id)
            insert into seat_event (show_id, seat_id, hold_id, version, from_status, to_status)
            select :show, seat_id, hold_id, version, 'HELD', 'AVAILABLE' from changed
            returning seat_id, version, to_status
            """)
        .param("show", showId.value())
        .param("seats", texts(seatIds))
        .param("holds", holdIds.stream().map(HoldId::toString).toArray(String[]::new))
        .query((rs, _) -> change(rs))
        .list();
  }

  /** Moves the expiry of a hold's seats to that of the hold. */
  int expireWithHold(ShowId showId, HoldId holdId, Collection<SeatId> seatIds) {
    return jdbc.sql(
            """
            with mine as (
              select seat_id from seat_state
              where show_id = :show and seat_id = any(cast(:seats as uuid[]))
              order by seat_id for update)
            update seat_state s set hold_expires_at = h.expires_at
            from mine m, hold h
            where s.show_id = :show and s.seat_id = m.seat_id
              and s.status = 'HELD' and s.hold_id = :hold and h.hold_id = :hold
            """)
        .param("show", showId.value())
        .param("seats", texts(seatIds))
        .param("hold", holdId.value())
        .update();
  }

  /** Turns a hold's seats into booked ones. */
  List<SeatsChanged.Change> book(
      ShowId showId, HoldId holdId, BookingId bookingId, Collection<SeatId> seatIds) {
    return jdbc.sql(
            """
            with mine as (
              select seat_id from seat_state
              where show_id = :show and seat_id = any(cast(:seats as uuid[]))
              order by seat_id for update),
            changed as (
              update seat_state s
              set status = 'BOOKED', booking_id = :booking, hold_expires_at = null,
                  version = s.version + 1
              from mine m
              where s.show_id = :show and s.seat_id = m.seat_id
                and s.status = 'HELD' and s.hold_id = :hold
              returning s.seat_id, s.version)
            insert into seat_event (
              show_id, seat_id, hold_id, booking_id, version, from_status, to_status)
            select :show, seat_id, :hold, :booking, version, 'HELD', 'BOOKED' from changed
            returning seat_id, version, to_status
            """)
        .param("show", showId.value())
        .param("seats", texts(seatIds))
        .param("hold", holdId.value())
        .param("booking", bookingId.value())
        .query((rs, _) -> change(rs))
        .list();
  }

  /** Frees booked seats of a booking. */
  List<SeatsChanged.Change> giveBack(
      ShowId showId, HoldId holdId, BookingId bookingId, Collection<SeatId> seatIds) {
    return jdbc.sql(
            """
            with mine as (
              select seat_id from seat_state
              where show_id = :show and seat_id = any(cast(:seats as uuid[]))
              order by seat_id for update),
            changed as (
              update seat_state s
              set status = 'AVAILABLE', hold_id = null, booking_id = null, version = s.version + 1
              from mine m
              where s.show_id = :show and s.seat_id = m.seat_id
                and s.status = 'BOOKED' and s.booking_id = :booking
              returning s.seat_id, s.version)
            insert into seat_event (
              show_id, seat_id, hold_id, booking_id, version, from_status, to_status)
            select :show, seat_id, :hold, :booking, version, 'BOOKED', 'AVAILABLE' from changed
            returning seat_id, version, to_status
            """)
        .param("show", showId.value())
        .param("seats", texts(seatIds))
        .param("hold", holdId.value())
        .param("booking", bookingId.value())
        .query((rs, _) -> change(rs))
        .list();
  }

  /** The holds that still have any of these seats although their time has passed. */
  List<HoldId> dueHolds(ShowId showId, Collection<SeatId> seatIds) {
    return jdbc.sql(
            """
            select distinct hold_id from seat_state
            where show_id = :show and seat_id = any(cast(:seats as uuid[]))
              and status = 'HELD' and hold_expires_at <= now()
            """)
        .param("show", showId.value())
        .param("seats", texts(seatIds))
        .query((rs, _) -> new HoldId(rs.getObject("hold_id", UUID.class)))
        .list();
  }

  /** How seats are now; a hold whose time has passed no longer owns its seats. */
  List<SeatLook> look(ShowId showId, Collection<SeatId> seatIds) {
    return jdbc.sql(
            """
            select seat_id, hold_id,
                   status = 'AVAILABLE' or (status = 'HELD' and hold_expires_at <= now()) as free
            from seat_state
            where show_id = :show and seat_id = any(cast(:seats as uuid[]))
            """)
        .param("show", showId.value())
        .param("seats", texts(seatIds))
        .query(
            (rs, _) -> {
              UUID holdId = rs.getObject("hold_id", UUID.class);
              return new SeatLook(
                  new SeatId(rs.getObject("seat_id", UUID.class)),
                  rs.getBoolean("free"),
                  holdId == null ? null : new HoldId(holdId));
            })
        .list();
  }

  /**
   * A seat at a glance.
   *
   * @param free whether a hold would get it
   */
  record SeatLook(SeatId seatId, boolean free, @Nullable HoldId holdId) {}

  static String[] texts(Collection<SeatId> seatIds) {
    return seatIds.stream().map(SeatId::toString).toArray(String[]::new);
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static SeatsChanged.Change change(ResultSet rs) throws SQLException {
    return new SeatsChanged.Change(
        new SeatId(rs.getObject("seat_id", UUID.class)),
        SeatStatus.valueOf(rs.getString("to_status")),
        rs.getInt("version"));
  }
}
