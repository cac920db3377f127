package dev.boxoffice.seat.allocation.house;

import dev.boxoffice.seat.allocation.rules.House.Range;
import dev.boxoffice.seat.sale.SeatIdBase;
import dev.boxoffice.seat.sale.ShowId;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
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
   * The free seats among runs of seats, by index. A seat's index is the end of its id; that much of
   * each free seat is all that is sent, in one value.
   */
  BitSet find(ShowId showId, SeatIdBase base, List<Range> ranges) {
    byte[] indexes =
        jdbc.sql(
                """
                select coalesce(string_agg(substring(uuid_send(s.seat_id) from 13 for 4), ''::bytea),
                                ''::bytea)
                from unnest(cast(:firsts as uuid[]), cast(:lasts as uuid[])) as r (first, last)
                join seat_state s
                  on s.show_id = :show and s.seat_id >= r.first and s.seat_id <= r.last
                where s.status = 'AVAILABLE' or (s.status = 'HELD' and s.hold_expires_at <= now())
                """)
            .param("show", showId.value())
            .param("firsts", seats(base, ranges, Range::first))
            .param("lasts", seats(base, ranges, Range::last))
            .query((rs, _) -> rs.getBytes(1))
            .single();
    BitSet free = new BitSet();
    ByteBuffer buffer = ByteBuffer.wrap(indexes);
    while (buffer.hasRemaining()) {
      free.set(buffer.getInt());
    }
    return free;
  }

  private static String[] seats(SeatIdBase base, List<Range> ranges, ToIntFunction<Range> end) {
    return ranges.stream()
        .map(range -> base.seat(end.applyAsInt(range)).toString())
        .toArray(String[]::new);
  }
}
