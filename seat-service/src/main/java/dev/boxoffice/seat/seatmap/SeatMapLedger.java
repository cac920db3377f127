package dev.boxoffice.seat.seatmap;

import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.seat.sale.SectionId;
import dev.boxoffice.seat.sale.ShowId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the seat map reads of the tables that sale and allocation write. It writes nothing. */
@Component
class SeatMapLedger {
  private final JdbcClient jdbc;

  SeatMapLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A show whose seats exist, as its map begins. */
  record ShowRow(
      UUID eventId,
      UUID venueId,
      String venueName,
      String currency,
      UUID seatIdBase,
      int totalSeats,
      String layout) {}

  record SectionRow(
      SectionId sectionId,
      String name,
      String zone,
      String priceCategory,
      boolean generalAdmission,
      int firstSeatIndex,
      int seatCount) {}

  record SeatRow(
      int seatIndex,
      @Nullable String row,
      String number,
      float x,
      float y,
      @Nullable String block,
      boolean accessible,
      boolean companion,
      boolean restrictedView) {}

  @Nullable ShowRow show(ShowId showId) {
    return jdbc.sql(
            """
            select event_id, venue_id, venue_name, currency, seat_id_base, total_seats, layout.body as layout
              from show_sale join layout using (layout_hash)
             where show_id = :showId and opened_at is not null
            """)
        .param("showId", showId.value())
        .query(ShowRow.class)
        .optional()
        .orElse(null);
  }

  List<SectionRow> sections(ShowId showId) {
    return jdbc.sql(
            """
            select section_id, name, zone, price_category, general_admission, first_seat_index, seat_count
              from section where show_id = :showId order by position
            """)
        .param("showId", showId.value())
        .query(SeatMapLedger::section)
        .list();
  }

  /** All seats of a show in the order of its map. */
  List<SeatRow> seats(ShowId showId) {
    return jdbc.sql(
            """
            select seat_index, row_label as row, seat_number as number, x, y, block,
                   accessible, companion, restricted_view
              from seats where show_id = :showId order by seat_id
            """)
        .param("showId", showId.value())
        .query(SeatMapLedger::seat)
        .list();
  }

  /** One statement, so one moment: eight bytes for each seat that is not as it began. */
  StoredSeats stored(ShowId showId, int seats) {
    try {
      return jdbc.sql(
              """
              select coalesce((
                       select string_agg(
                                substring(uuid_send(seat_id) from 13 for 4)
                                || int4send(version * 4 + case status
                                     when 'AVAILABLE' then 0 when 'HELD' then 1 when 'BOOKED' then 2 else 3 end),
                                ''::bytea)
                         from seat_state
                        where show_id = :showId and (version > 0 or status <> 'AVAILABLE')),
                       ''::bytea) as states,
                     (select array_agg(price order by position) from section where show_id = :showId) as prices
              """)
          .param("showId", showId.value())
          .query(
              (row, n) ->
                  new StoredSeats(
                      SeatStates.fromPairs(row.getBytes("states"), seats),
                      Arrays.asList((Long[]) row.getArray("prices").getArray())))
          .single();
    } catch (TransientDataAccessException | DataAccessResourceFailureException e) {
      throw new UnavailableException("the seats", e);
    }
  }

  private static SectionRow section(ResultSet row, int n) throws SQLException {
    return new SectionRow(
        new SectionId(row.getObject("section_id", UUID.class)),
        row.getString("name"),
        row.getString("zone"),
        row.getString("price_category"),
        row.getBoolean("general_admission"),
        row.getInt("first_seat_index"),
        row.getInt("seat_count"));
  }

  private static SeatRow seat(ResultSet row, int n) throws SQLException {
    return new SeatRow(
        row.getInt("seat_index"),
        row.getString("row"),
        row.getString("number"),
        row.getFloat("x"),
        row.getFloat("y"),
        row.getString("block"),
        row.getBoolean("accessible"),
        row.getBoolean("companion"),
        row.getBoolean("restricted_view"));
  }
}
