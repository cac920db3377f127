package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.BookingId;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.SeatStatus;
import dev.boxoffice.seat.allocation.hold.SeatsChanged;
import dev.boxoffice.seat.allocation.load.AllocationSettings;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
  private static final String LOOK_AT =
      """
      select seat_id, hold_id, status = 'AVAILABLE' as available,
             status = 'HELD' and hold_expires_at <= now() as due
      from seat_state
      where show_id = :show and seat_id = any(cast(:seats as uuid[]))
      """;

  static final String LOOK = LOOK_AT;

  static final String LOCK_FREE = LOOK_AT + "order by seat_id for update skip locked";

  static final String HOLD =
      """
      with wish as (
        select seat_id, hold_id
        from unnest(cast(:seats as uuid[]), cast(:holds as uuid[])) as w (seat_id, hold_id)),
      changed as (
        update seat_state s
        set status = 'HELD', hold_id = w.hold_id,
            hold_expires_at = now() + make_interval(secs => :seconds),
            version = s.version + 1
        from wish w
        where s.show_id = :show and s.seat_id = any(cast(:seats as uuid[]))
          and s.seat_id = w.seat_id and s.status = 'AVAILABLE'
        returning s.seat_id, s.hold_id, s.version)
      insert into seat_event (show_id, seat_id, hold_id, version, from_status, to_status)
      select :show, seat_id, hold_id, version, 'AVAILABLE', 'HELD' from changed
      returning seat_id, version, to_status
      """;

  static final String FREE =
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
        where s.show_id = :show and s.seat_id = any(cast(:seats as uuid[]))
          and s.seat_id = m.seat_id
          and s.status = 'HELD' and s.hold_id = any(cast(:holds as uuid[]))
        returning s.seat_id, s.version, old.hold_id)
      insert into seat_event (show_id, seat_id, hold_id, version, from_status, to_status)
      select :show, seat_id, hold_id, version, 'HELD', 'AVAILABLE' from changed
      returning seat_id, version, to_status
      """;

  static final String EXPIRE_WITH_HOLD =
      """
      with mine as (
        select seat_id from seat_state
        where show_id = :show and seat_id = any(cast(:seats as uuid[]))
        order by seat_id for update)
      update seat_state s set hold_expires_at = h.expires_at
      from mine m, hold h
      where s.show_id = :show and s.seat_id = any(cast(:seats as uuid[]))
        and s.seat_id = m.seat_id and s.status = 'HELD' and s.hold_id = :hold and h.hold_id = :hold
      """;

  static final String BOOK =
      """
      with wish as (
        select seat_id, hold_id, booking_id
        from unnest(cast(:seats as uuid[]), cast(:holds as uuid[]), cast(:bookings as uuid[]))
          as w (seat_id, hold_id, booking_id)),
      mine as (
        select seat_id from seat_state
        where show_id = :show and seat_id = any(cast(:seats as uuid[]))
        order by seat_id for update),
      changed as (
        update seat_state s
        set status = 'BOOKED', booking_id = w.booking_id, hold_expires_at = null,
            version = s.version + 1
        from mine m join wish w on w.seat_id = m.seat_id
        where s.show_id = :show and s.seat_id = any(cast(:seats as uuid[]))
          and s.seat_id = m.seat_id
          and s.status = 'HELD' and s.hold_id = w.hold_id
        returning s.seat_id, s.hold_id, s.booking_id, s.version)
      insert into seat_event (
        show_id, seat_id, hold_id, booking_id, version, from_status, to_status)
      select :show, seat_id, hold_id, booking_id, version, 'HELD', 'BOOKED' from changed
      returning seat_id, version, to_status
      """;

  static final String GIVE_BACK =
      """
      with mine as (
        select seat_id from seat_state
        where show_id = :show and seat_id = any(cast(:seats as uuid[]))
        order by seat_id for update),
      changed as (
        update seat_state s
        set status = 'AVAILABLE', hold_id = null, booking_id = null, version = s.version + 1
        from mine m
        where s.show_id = :show and s.seat_id = any(cast(:seats as uuid[]))
          and s.seat_id = m.seat_id
          and s.status = 'BOOKED' and s.booking_id = :booking
        returning s.seat_id, s.version)
      insert into seat_event (
        show_id, seat_id, hold_id, booking_id, version, from_status, to_status)
      select :show, seat_id, :hold, :booking, version, 'BOOKED', 'AVAILABLE' from changed
      returning seat_id, version, to_status
      """;

  private final JdbcClient jdbc;
  private final AllocationSettings settings;

  SeatLedger(JdbcClient jdbc, AllocationSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
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

  /**
   * Locks seats in key order, leaving out those that somebody else has locked, and says how the
   * others are.
   */
  List<SeatLook> lockFree(ShowId showId, Collection<SeatId> seatIds) {
    return jdbc.sql(LOCK_FREE)
        .param("show", showId.value())
        .param("seats", texts(seatIds))
        .query((rs, _) -> look(rs))
        .list();
  }

  /** Gives seats that are locked and available to their holds. */
  List<SeatsChanged.Change> hold(ShowId showId, Map<SeatId, HoldId> owners) {
    return jdbc.sql(HOLD)
        .param("show", showId.value())
        .param("seats", texts(owners.keySet()))
        .param("holds", HoldLedger.texts(owners.values()))
        .param("seconds", seconds(settings.holdFor()))
        .query((rs, _) -> change(rs))
        .list();
  }

  /** Frees the seats of holds that end without a booking. */
  List<SeatsChanged.Change> free(
      ShowId showId, Collection<HoldId> holdIds, Collection<SeatId> seatIds) {
    return jdbc.sql(FREE)
        .param("show", showId.value())
        .param("seats", texts(seatIds))
        .param("holds", HoldLedger.texts(holdIds))
        .query((rs, _) -> change(rs))
        .list();
  }

  /** Moves the expiry of a hold's seats to that of the hold. */
  int expireWithHold(ShowId showId, HoldId holdId, Collection<SeatId> seatIds) {
    return jdbc.sql(EXPIRE_WITH_HOLD)
        .param("show", showId.value())
        .param("seats", texts(seatIds))
        .param("hold", holdId.value())
        .update();
  }

  /** Turns held seats into booked ones, those of several bookings at once. */
  List<SeatsChanged.Change> book(ShowId showId, Collection<SeatToBook> toBook) {
    return jdbc.sql(BOOK)
        .param("show", showId.value())
        .param("seats", texts(toBook.stream().map(SeatToBook::seatId).toList()))
        .param("holds", HoldLedger.texts(toBook.stream().map(SeatToBook::holdId).toList()))
        .param(
            "bookings",
            toBook.stream().map(seat -> seat.bookingId().toString()).toArray(String[]::new))
        .query((rs, _) -> change(rs))
        .list();
  }

  /** Frees booked seats of a booking. */
  List<SeatsChanged.Change> giveBack(
      ShowId showId, HoldId holdId, BookingId bookingId, Collection<SeatId> seatIds) {
    return jdbc.sql(GIVE_BACK)
        .param("show", showId.value())
        .param("seats", texts(seatIds))
        .param("hold", holdId.value())
        .param("booking", bookingId.value())
        .query((rs, _) -> change(rs))
        .list();
  }

  /** How seats are now; a hold whose time has passed no longer owns its seats. */
  List<SeatLook> look(ShowId showId, Collection<SeatId> seatIds) {
    return jdbc.sql(LOOK)
        .param("show", showId.value())
        .param("seats", texts(seatIds))
        .query((rs, _) -> look(rs))
        .list();
  }

  /**
   * A seat at a glance.
   *
   * @param available whether a hold may have it as it is
   * @param due whether the hold that has it only waits to be ended
   */
  record SeatLook(SeatId seatId, boolean available, boolean due, @Nullable HoldId holdId) {
    /** The hold that has it. */
    HoldId owner() {
      if (holdId == null) {
        throw new IllegalStateException("nobody has seat " + seatId);
      }
      return holdId;
    }

    /** Whether a hold would get it. */
    boolean free() {
      return available || due;
    }
  }

  /** A held seat that a booking is to have. */
  record SeatToBook(SeatId seatId, HoldId holdId, BookingId bookingId) {}

  static String[] texts(Collection<SeatId> seatIds) {
    return seatIds.stream().map(SeatId::toString).toArray(String[]::new);
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static SeatLook look(ResultSet rs) throws SQLException {
    UUID holdId = rs.getObject("hold_id", UUID.class);
    return new SeatLook(
        new SeatId(rs.getObject("seat_id", UUID.class)),
        rs.getBoolean("available"),
        rs.getBoolean("due"),
        holdId == null ? null : new HoldId(holdId));
  }

  private static SeatsChanged.Change change(ResultSet rs) throws SQLException {
    return new SeatsChanged.Change(
        new SeatId(rs.getObject("seat_id", UUID.class)),
        SeatStatus.valueOf(rs.getString("to_status")),
        rs.getInt("version"));
  }
}
