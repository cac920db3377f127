package dev.boxoffice.seat.allocation.house;

import dev.boxoffice.seat.allocation.rules.House;
import dev.boxoffice.seat.allocation.rules.House.Seat;
import dev.boxoffice.seat.allocation.rules.House.Section;
import dev.boxoffice.seat.allocation.rules.Shape;
import dev.boxoffice.seat.sale.SectionId;
import dev.boxoffice.seat.sale.ShowId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what never changes about a show's seats. It writes nothing. */
@Repository
class HouseLedger {
  private static final String NO_SHAPES = "[]";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  HouseLedger(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  List<Section> sections(ShowId showId) {
    return jdbc.sql(
            """
            select section_id, price_category, general_admission, first_seat_index, seat_count
            from section where show_id = :show order by position
            """)
        .param("show", showId.value())
        .query(
            (rs, _) ->
                new Section(
                    new SectionId(rs.getObject("section_id", UUID.class)),
                    rs.getString("price_category"),
                    rs.getBoolean("general_admission"),
                    rs.getInt("first_seat_index"),
                    rs.getInt("seat_count")))
        .list();
  }

  /** All seats in the order of the seat map. */
  List<Seat> seats(ShowId showId) {
    return jdbc.sql(
            """
            select coalesce(right_index, :nobody) as right_index, x, y, accessible, companion
            from seats where show_id = :show order by seat_id
            """)
        .param("show", showId.value())
        .param("nobody", House.NOBODY)
        .query(
            (rs, _) ->
                new Seat(
                    rs.getInt("right_index"),
                    rs.getDouble("x"),
                    rs.getDouble("y"),
                    rs.getBoolean("accessible"),
                    rs.getBoolean("companion")))
        .list();
  }

  /** What is drawn on the show's plan; a layout without seats is small. */
  List<Shape> shapes(ShowId showId) {
    String shapes =
        jdbc.sql(
                """
                select coalesce(cast(cast(l.body as json) -> 'shapes' as text), :none)
                from show_sale s join layout l on l.layout_hash = s.layout_hash
                where s.show_id = :show
                """)
            .param("show", showId.value())
            .param("none", NO_SHAPES)
            .query(String.class)
            .optional()
            .orElse(NO_SHAPES);
    return json.readValue(shapes, new TypeReference<>() {});
  }
}
