package dev.boxoffice.seat.allocation.best;

import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.SectionId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which seats are free and who sits beside whom. */
@Repository
class FreeSeatLedger {
  private final JdbcClient jdbc;

  FreeSeatLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The free seats that fit a wish, in the seat map's order. */
  List<FreeSeat> find(BestSeats wish) {
    return jdbc.sql(
            """
            select s.seat_id, s.section_id, s.seat_index, coalesce(s.right_index, -1) as right_index,
                   c.general_admission, s.accessible or s.companion as kept
            from seats s
            join section c on c.show_id = s.show_id and c.section_id = s.section_id
            join seat_state t on t.show_id = s.show_id and t.seat_id = s.seat_id
            where s.show_id = :show
              and (t.status = 'AVAILABLE' or (t.status = 'HELD' and t.hold_expires_at <= now()))
              and (cast(:section as uuid) is null or s.section_id = cast(:section as uuid))
              and (cast(:category as text) is null or c.price_category = cast(:category as text))
              and (s.accessible or not :accessible)
            order by s.seat_id
            """)
        .param("show", wish.showId().value())
        .param("section", wish.sectionId() == null ? null : wish.sectionId().toString())
        .param("category", wish.priceCategory())
        .param("accessible", wish.accessible())
        .query(
            (rs, _) ->
                new FreeSeat(
                    new SeatId(rs.getObject("seat_id", UUID.class)),
                    new SectionId(rs.getObject("section_id", UUID.class)),
                    rs.getInt("seat_index"),
                    rs.getInt("right_index"),
                    rs.getBoolean("general_admission"),
                    rs.getBoolean("kept")))
        .list();
  }

  /**
   * A free seat.
   *
   * @param rightIndex index of the seat to its right, -1 if there is none
   * @param kept for those who cannot sit elsewhere, and for who comes with them
   */
  record FreeSeat(
      SeatId seatId,
      SectionId sectionId,
      int index,
      int rightIndex,
      boolean generalAdmission,
      boolean kept) {}
}
