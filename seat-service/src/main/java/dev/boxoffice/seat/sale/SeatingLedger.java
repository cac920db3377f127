package dev.boxoffice.seat.sale;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Owns {@code section} and {@code seats}: what a show's seats are, whoever has them. Sections begin
 * at their base price; from then on pricing owns it.
 */
@Repository
class SeatingLedger {
  private static final Logger log = LoggerFactory.getLogger(SeatingLedger.class);
  private static final int ROWS_PER_INSERT = 10_000;

  /** How many times as large as it was known to be a partition must be to be looked at again. */
  private static final double GROWTH_THAT_MATTERS = 1.5;

  private final JdbcClient jdbc;

  SeatingLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes a show's sections and seats, which must not be there yet. */
  int lay(Preparation show, Layout layout) {
    int sections = 0;
    for (int position = 0; position < layout.sections().size(); position++) {
      sections += insertSection(show, layout, position);
    }
    if (sections != layout.sections().size()) {
      throw new IllegalStateException("sections of " + show.showId() + ": " + sections);
    }
    int seats = 0;
    for (int from = 0; from < layout.seats().size(); from += ROWS_PER_INSERT) {
      seats +=
          insertSeats(show, layout, from, Math.min(layout.seats().size(), from + ROWS_PER_INSERT));
    }
    if (seats != layout.seats().size()) {
      throw new IllegalStateException("seats of " + show.showId() + ": " + seats);
    }
    return seats;
  }

  /** The sections of a show whose seats exist. */
  SeatSections.ShowSections sections(ShowId showId) {
    NavigableMap<Integer, SectionId> byFirstSeat = new TreeMap<>();
    jdbc.sql(
            """
            select section_id, first_seat_index from section
            where show_id = :show and seat_count > 0
            """)
        .param("show", showId.value())
        .query(
            rs -> {
              var _ =
                  byFirstSeat.put(
                      rs.getInt("first_seat_index"),
                      new SectionId(rs.getObject("section_id", UUID.class)));
            });
    return jdbc.sql(
            """
            select seat_id_base, total_seats from show_sale
            where show_id = :show and opened_at is not null
            """)
        .param("show", showId.value())
        .query(
            (rs, _) ->
                new SeatSections.ShowSections(
                    new SeatIdBase(rs.getObject("seat_id_base", UUID.class)),
                    rs.getInt("total_seats"),
                    byFirstSeat))
        .single();
  }

  /**
   * Tells the planner of a new show's rows, which it would otherwise learn of a minute later.
   *
   * <p>Only where they make a difference: for one of hundreds of shows the planner guesses well
   * from the others, and telling it takes longer than writing a theatre's seats.
   */
  void refreshStatistics(ShowId showId) {
    List<String> parts =
        jdbc.sql(
                """
                select cast(cast(oid as regclass) as text) as part
                from pg_class
                where oid in (
                    (select tableoid from seats where show_id = :show limit 1),
                    (select tableoid from seat_state where show_id = :show limit 1))
                  and pg_relation_size(oid)
                    > :growth * relpages * cast(current_setting('block_size') as integer)
                """)
            .param("show", showId.value())
            .param("growth", GROWTH_THAT_MATTERS)
            .query((rs, _) -> String.valueOf(rs.getString("part")))
            .list();
    for (String part : parts) {
      int none = jdbc.sql("analyze " + part).update();
      log.debug("Analysed {}: {}", part, none);
    }
  }

  private int insertSection(Preparation show, Layout layout, int position) {
    Layout.Section section = layout.sections().get(position);
    int[] indexes =
        IntStream.range(0, layout.seats().size())
            .filter(index -> layout.seats().get(index).section() == position)
            .toArray();
    if (indexes.length > 0 && indexes[indexes.length - 1] - indexes[0] != indexes.length - 1) {
      throw new IllegalStateException("section " + section.sectionId() + " is not one run");
    }
    return jdbc.sql(
            """
            insert into section (show_id, section_id, position, name, zone, price_category, price,
              general_admission, first_seat_index, seat_count)
            values (:show, :section, :position, :name, :zone, :category, :price, :ga, :first, :count)
            """)
        .param("show", show.showId().value())
        .param("section", section.sectionId())
        .param("position", position)
        .param("name", section.name())
        .param("zone", section.zone() == null ? section.name() : section.zone())
        .param("category", section.priceCategory())
        .param("price", show.priceOf(section))
        .param("ga", Boolean.TRUE.equals(section.generalAdmission()))
        .param("first", indexes.length == 0 ? 0 : indexes[0])
        .param("count", indexes.length)
        .update();
  }

  private int insertSeats(Preparation show, Layout layout, int from, int to) {
    List<Layout.Seat> seats = layout.seats().subList(from, to);
    return jdbc.sql(
            """
            insert into seats (show_id, seat_id, section_id, seat_index, x, y, left_index,
              right_index, accessible, companion, restricted_view, row_label, seat_number, block)
            select :show, * from unnest(cast(:ids as uuid[]), cast(:sections as uuid[]), :indexes,
              :x, :y, :left, :right, :accessible, :companion, :restricted, :rows, :numbers, :blocks)
            """)
        .param("show", show.showId().value())
        .param(
            "ids",
            IntStream.range(from, to)
                .mapToObj(index -> show.seatIdBase().seat(index).toString())
                .toArray(String[]::new))
        .param(
            "sections",
            seats.stream()
                .map(seat -> layout.sections().get(seat.section()).sectionId().toString())
                .toArray(String[]::new))
        .param("indexes", IntStream.range(from, to).toArray())
        .param("x", seats.stream().mapToDouble(Layout.Seat::x).toArray())
        .param("y", seats.stream().mapToDouble(Layout.Seat::y).toArray())
        .param("left", seats.stream().map(s -> neighbour(s.left())).toArray(Integer[]::new))
        .param("right", seats.stream().map(s -> neighbour(s.right())).toArray(Integer[]::new))
        .param("accessible", flags(seats, Layout.Seat::accessible))
        .param("companion", flags(seats, Layout.Seat::companion))
        .param("restricted", flags(seats, Layout.Seat::restrictedView))
        .param("rows", seats.stream().map(Layout.Seat::row).toArray(String[]::new))
        .param("numbers", seats.stream().map(Layout.Seat::number).toArray(String[]::new))
        .param("blocks", seats.stream().map(Layout.Seat::block).toArray(String[]::new))
        .update();
  }

  private static @Nullable Integer neighbour(@Nullable Integer index) {
    return index == null || index < 0 ? null : index;
  }

  private static Boolean[] flags(
      List<Layout.Seat> seats, Function<Layout.Seat, @Nullable Boolean> flag) {
    return seats.stream()
        .map(seat -> Boolean.TRUE.equals(flag.apply(seat)))
        .toArray(Boolean[]::new);
  }
}
