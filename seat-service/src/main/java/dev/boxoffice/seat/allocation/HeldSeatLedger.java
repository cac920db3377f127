package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.HeldSeat;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.sale.Money;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.SectionId;
import dev.boxoffice.seat.sale.ShowId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Owns {@code hold_seat}: the seats of every hold and the prices it fixed. */
@Repository
class HeldSeatLedger {
  static final String INSERT =
      """
      with item as (
        select w.hold_id, s.seat_id, s.section_id, c.name, s.row_label, s.seat_number, c.price
        from unnest(cast(:seats as uuid[]), cast(:holds as uuid[])) as w (seat_id, hold_id)
        join seats s on s.show_id = :show and s.seat_id = w.seat_id
          and s.seat_id = any(cast(:seats as uuid[]))
        join section c on c.show_id = :show and c.section_id = s.section_id),
      stored as (
        insert into hold_seat (hold_id, seat_id, price)
        select hold_id, seat_id, price from item
        returning hold_id, seat_id)
      select i.* from item i join stored t on t.hold_id = i.hold_id and t.seat_id = i.seat_id
      order by i.seat_id
      """;

  static final String ITEMS =
      """
      select s.seat_id, s.section_id, c.name, s.row_label, s.seat_number, hs.price
      from hold_seat hs
      join seats s on s.show_id = :show and s.seat_id = hs.seat_id
      join section c on c.show_id = :show and c.section_id = s.section_id
      where hs.hold_id = :hold
      order by s.seat_id
      """;

  static final String OWNERS =
      """
      select seat_id, hold_id from hold_seat where hold_id = any(cast(:holds as uuid[]))
      order by seat_id
      """;

  private final JdbcClient jdbc;

  HeldSeatLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds seats to new holds at the prices of this moment, and says what each hold has got. */
  Map<HoldId, List<HeldSeat>> insert(ShowId showId, Map<SeatId, HoldId> owners, Currency currency) {
    Map<HoldId, List<HeldSeat>> items = new HashMap<>();
    jdbc.sql(INSERT)
        .param("show", showId.value())
        .param("seats", SeatLedger.texts(owners.keySet()))
        .param("holds", HoldLedger.texts(owners.values()))
        .query(
            rs -> {
              HoldId holdId = new HoldId(rs.getObject("hold_id", UUID.class));
              items.computeIfAbsent(holdId, _ -> new ArrayList<>()).add(item(rs, currency));
            });
    return items;
  }

  List<HeldSeat> items(HoldRecord hold) {
    return jdbc.sql(ITEMS)
        .param("hold", hold.holdId().value())
        .param("show", hold.showId().value())
        .query((rs, _) -> item(rs, hold.currency()))
        .list();
  }

  /** The seats of these holds with their hold; no seat is in two holds that are in force. */
  Map<SeatId, HoldId> owners(Collection<HoldId> holdIds) {
    Map<SeatId, HoldId> owners = new LinkedHashMap<>();
    jdbc.sql(OWNERS)
        .param("holds", HoldLedger.texts(holdIds))
        .query(
            rs -> {
              owners.put(
                  new SeatId(rs.getObject("seat_id", UUID.class)),
                  new HoldId(rs.getObject("hold_id", UUID.class)));
            });
    return owners;
  }

  List<SeatId> seatsOf(HoldId holdId) {
    return seatsOf(List.of(holdId)).getOrDefault(holdId, List.of());
  }

  /** The seats of each hold, whatever became of it. */
  Map<HoldId, List<SeatId>> seatsOf(Collection<HoldId> holdIds) {
    Map<HoldId, List<SeatId>> seats = new HashMap<>();
    jdbc.sql(OWNERS)
        .param("holds", HoldLedger.texts(holdIds))
        .query(
            rs -> {
              HoldId holdId = new HoldId(rs.getObject("hold_id", UUID.class));
              seats
                  .computeIfAbsent(holdId, _ -> new ArrayList<>())
                  .add(new SeatId(rs.getObject("seat_id", UUID.class)));
            });
    return seats;
  }

  /** Notes that booked seats were given back; answers with those that had not been before. */
  List<SeatId> giveBack(HoldId holdId, Collection<SeatId> seatIds) {
    return jdbc.sql(
            """
            update hold_seat set returned_at = now()
            where hold_id = :hold and seat_id = any(cast(:seats as uuid[])) and returned_at is null
            returning seat_id
            """)
        .param("hold", holdId.value())
        .param("seats", SeatLedger.texts(seatIds))
        .query((rs, _) -> new SeatId(rs.getObject("seat_id", UUID.class)))
        .list();
  }

  private static HeldSeat item(ResultSet rs, Currency currency) throws SQLException {
    return new HeldSeat(
        new SeatId(rs.getObject("seat_id", UUID.class)),
        new SectionId(rs.getObject("section_id", UUID.class)),
        rs.getString("name"),
        rs.getString("row_label"),
        rs.getString("seat_number"),
        new Money(rs.getLong("price"), currency));
  }
}
