package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.ShowId;
import dev.boxoffice.queue.admission.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Owns {@code room}. */
@Repository
class RoomLedger {
  private final JdbcClient jdbc;

  RoomLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes a room; false if the show has one. */
  boolean insert(Room room, @Nullable Long priceFrom, @Nullable Long priceTo) {
    return jdbc.sql(
                """
                insert into room (show_id, organiser_id, mode, lobby_order, sales_start_at,
                  price_from, price_to)
                values (:show, :organiser, :mode, :order, :salesStartAt, :from, :to)
                on conflict (show_id) do nothing
                """)
            .param("show", room.showId().value())
            .param("organiser", room.organiser().value())
            .param("mode", room.mode().name())
            .param("order", room.lobbyOrder().name())
            .param("salesStartAt", utc(room.salesStartAt()))
            .param("from", priceFrom)
            .param("to", priceTo)
            .update()
        == 1;
  }

  Optional<Room> find(ShowId showId) {
    return read("", showId);
  }

  /** The room, locked against another change of its rules. */
  Optional<Room> lock(ShowId showId) {
    return read("for no key update", showId);
  }

  boolean reschedule(Room room, @Nullable Long priceFrom, @Nullable Long priceTo) {
    return jdbc.sql(
                """
                update room set sales_start_at = :salesStartAt,
                  price_from = coalesce(:from, price_from), price_to = coalesce(:to, price_to)
                where show_id = :show
                """)
            .param("show", room.showId().value())
            .param("salesStartAt", utc(room.salesStartAt()))
            .param("from", priceFrom, Types.BIGINT)
            .param("to", priceTo, Types.BIGINT)
            .update()
        == 1;
  }

  boolean setRules(ShowId showId, Mode mode, LobbyOrder order) {
    return jdbc.sql("update room set mode = :mode, lobby_order = :order where show_id = :show")
            .param("show", showId.value())
            .param("mode", mode.name())
            .param("order", order.name())
            .update()
        == 1;
  }

  boolean cancel(ShowId showId) {
    return jdbc.sql(
                """
                update room set cancelled_at = now()
                where show_id = :show and cancelled_at is null
                """)
            .param("show", showId.value())
            .update()
        == 1;
  }

  /** Notes how many seats are left; an older count than the one known changes nothing. */
  boolean countSeats(ShowId showId, long seatsLeft, Instant countedAt) {
    return jdbc.sql(
                """
                update room set seats_left = :seats, counted_at = :at
                where show_id = :show and (counted_at is null or counted_at < :at)
                """)
            .param("show", showId.value())
            .param("seats", seatsLeft)
            .param("at", utc(countedAt))
            .update()
        == 1;
  }

  private Optional<Room> read(String locking, ShowId showId) {
    return jdbc.sql(
            """
            select show_id, organiser_id, mode, lobby_order, sales_start_at, cancelled_at
            from room where show_id = :show
            """
                + locking)
        .param("show", showId.value())
        .query((rs, _) -> room(rs))
        .optional();
  }

  private static Room room(ResultSet rs) throws SQLException {
    OffsetDateTime salesStartAt = rs.getObject("sales_start_at", OffsetDateTime.class);
    return new Room(
        new ShowId(rs.getObject("show_id", UUID.class)),
        new UserId(rs.getString("organiser_id")),
        Mode.valueOf(rs.getString("mode")),
        LobbyOrder.valueOf(rs.getString("lobby_order")),
        salesStartAt == null ? null : salesStartAt.toInstant(),
        rs.getObject("cancelled_at", OffsetDateTime.class) != null);
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
