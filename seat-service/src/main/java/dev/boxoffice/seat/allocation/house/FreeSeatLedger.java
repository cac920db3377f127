package dev.boxoffice.seat.allocation.house;

import dev.boxoffice.seat.allocation.rules.House.Range;
import dev.boxoffice.seat.sale.SeatIdBase;
import dev.boxoffice.seat.sale.ShowId;
import java.nio.ByteBuffer;
import java.util.BitSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which seats are free. It writes nothing. */
@Repository
class FreeSeatLedger {
  private final JdbcClient jdbc;

  FreeSeatLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The free ones of a run of seats, by index. A seat's index is the end of its id; that much of
   * each free seat is all that is sent, in one value.
   */
  BitSet find(ShowId showId, SeatIdBase base, Range seats) {
    byte[] indexes =
        jdbc.sql(
                """
                select coalesce(string_agg(substring(uuid_send(seat_id) from 13 for 4), ''::bytea),
                                ''::bytea)
                from seat_state
                where show_id = :show and seat_id between :first and :last
                  and (status = 'AVAILABLE' or (status = 'HELD' and hold_expires_at <= now()))
                """)
            .param("show", showId.value())
            .param("first", base.seat(seats.first()).value())
            .param("last", base.seat(seats.last()).value())
            .query((rs, _) -> rs.getBytes(1))
            .single();
    BitSet free = new BitSet();
    ByteBuffer buffer = ByteBuffer.wrap(indexes);
    while (buffer.hasRemaining()) {
      free.set(buffer.getInt());
    }
    return free;
  }
}
