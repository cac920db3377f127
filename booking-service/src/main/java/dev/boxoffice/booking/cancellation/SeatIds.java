package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.SeatId;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Seat ids as one column of the database: always in the same order, so that sets compare. */
final class SeatIds {

  private SeatIds() {}

  static String literal(Collection<SeatId> seatIds) {
    return seatIds.stream()
        .map(SeatId::toString)
        .sorted()
        .collect(Collectors.joining(",", "{", "}"));
  }

  static Set<SeatId> of(Array column) throws SQLException {
    return Arrays.stream((UUID[]) column.getArray())
        .map(SeatId::new)
        .collect(Collectors.toUnmodifiableSet());
  }
}
