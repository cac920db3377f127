package dev.boxoffice.event.catalogue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the sale of each show looks like. Counts and room changes carry the time they were true at;
 * an older one never replaces a newer one.
 */
@Component
class ShowSalesLedger {
  private final JdbcClient jdbc;

  ShowSalesLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The show's seats exist. Counts that came first stay. */
  void open(ShowId showId, int totalSeats, Instant openedAt) {
    int rows =
        jdbc.sql(
                """
                insert into show_sales (show_id, opened_at, total_seats, available_seats, held_seats)
                values (:showId, :openedAt, :totalSeats, :totalSeats, 0)
                on conflict (show_id) do update set
                  opened_at = excluded.opened_at,
                  total_seats = coalesce(show_sales.total_seats, excluded.total_seats),
                  available_seats = coalesce(show_sales.available_seats, excluded.available_seats),
                  held_seats = coalesce(show_sales.held_seats, excluded.held_seats)
                """)
            .param("showId", showId.value())
            .param("openedAt", utc(openedAt))
            .param("totalSeats", totalSeats)
            .update();
    requireOne(rows, showId);
  }

  /** What is left; does nothing if something newer is known. */
  void count(
      ShowId showId,
      int totalSeats,
      int availableSeats,
      int heldSeats,
      @Nullable Long priceFrom,
      Instant countedAt) {
    int _ =
        jdbc.sql(
                """
                insert into show_sales
                  (show_id, total_seats, available_seats, held_seats, price_from, counted_at)
                values
                  (:showId, :totalSeats, :availableSeats, :heldSeats, :priceFrom, :countedAt)
                on conflict (show_id) do update set
                  total_seats = excluded.total_seats,
                  available_seats = excluded.available_seats,
                  held_seats = excluded.held_seats,
                  price_from = excluded.price_from,
                  counted_at = excluded.counted_at
                where show_sales.counted_at is null or show_sales.counted_at < excluded.counted_at
                """)
            .param("showId", showId.value())
            .param("totalSeats", totalSeats)
            .param("availableSeats", availableSeats)
            .param("heldSeats", heldSeats)
            .param("priceFrom", priceFrom)
            .param("countedAt", utc(countedAt))
            .update();
  }

  /** Whether the waiting room is in use; does nothing if something newer is known. */
  void changeRoom(ShowId showId, boolean open, Instant changedAt) {
    int _ =
        jdbc.sql(
                """
                insert into show_sales (show_id, room_open, room_changed_at)
                values (:showId, :open, :changedAt)
                on conflict (show_id) do update set
                  room_open = excluded.room_open,
                  room_changed_at = excluded.room_changed_at
                where show_sales.room_changed_at is null
                   or show_sales.room_changed_at < excluded.room_changed_at
                """)
            .param("showId", showId.value())
            .param("open", open)
            .param("changedAt", utc(changedAt))
            .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static void requireOne(int rows, ShowId showId) {
    if (rows != 1) {
      throw new IllegalStateException(rows + " rows for show " + showId);
    }
  }
}
