package dev.boxoffice.seat.bench;

import dev.boxoffice.seat.sale.SeatIdBase;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A show whose seats are tried for.
 *
 * @param number its place in the lot
 */
record Show(int number, UUID showId, SeatIdBase base, int seats) {
  static final int NUMBERS = 1 << 16;

  private static final long VERSION = 0xF000L;
  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final int INDEX_BITS = 32;
  private static final int SHARED_CHARACTERS = 28;

  Show {
    if (number < 0 || number >= NUMBERS) {
      throw new IllegalArgumentException("show " + number);
    }
  }

  /**
   * The show of that number in a lot.
   *
   * @param lot the high half of its shows' ids and of their seats'; the low half of the latter is
   *     the variant, the show's number and the seat's index
   */
  static Show of(long lot, int number, int seats) {
    long high = (lot & ~VERSION) | VERSION_8;
    return new Show(
        number,
        new UUID(high, VARIANT | number),
        new SeatIdBase(new UUID(high, VARIANT | ((long) number << INDEX_BITS))),
        seats);
  }

  UUID seat(int index) {
    return base.seat(index).value();
  }

  UUID[] seats(int[] indexes) {
    return IntStream.of(indexes).mapToObj(this::seat).toArray(UUID[]::new);
  }

  /** What the ids of its seats begin with; the index follows as eight hexadecimal digits. */
  String seatPrefix() {
    return base.value().toString().substring(0, SHARED_CHARACTERS);
  }
}
