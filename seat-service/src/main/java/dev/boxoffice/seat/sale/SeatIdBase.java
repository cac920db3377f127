package dev.boxoffice.seat.sale;

import java.util.UUID;

/** What the ids of one show's seats have in common: an id whose low 32 bits are zero. */
public record SeatIdBase(UUID value) {
  private static final long INDEX_BITS = 0xFFFF_FFFFL;
  private static final long VERSION_BITS = 0xF000L;
  private static final long VERSION_8 = 0x8000L;

  public SeatIdBase {
    if ((value.getLeastSignificantBits() & INDEX_BITS) != 0) {
      throw new IllegalArgumentException("the low 32 bits are the index: " + value);
    }
  }

  /** A new base, of UUID version 8 (the application's own layout). */
  static SeatIdBase random() {
    UUID random = UUID.randomUUID();
    return new SeatIdBase(
        new UUID(
            (random.getMostSignificantBits() & ~VERSION_BITS) | VERSION_8,
            random.getLeastSignificantBits() & ~INDEX_BITS));
  }

  /** The seat with this index. */
  public SeatId seat(int index) {
    if (index < 0) {
      throw new IllegalArgumentException("index " + index);
    }
    return new SeatId(
        new UUID(value.getMostSignificantBits(), value.getLeastSignificantBits() | index));
  }

  /** The index of a seat of this show, or -1 if the id is of another show. */
  public int indexOf(SeatId seatId) {
    UUID id = seatId.value();
    boolean ours =
        id.getMostSignificantBits() == value.getMostSignificantBits()
            && (id.getLeastSignificantBits() & ~INDEX_BITS) == value.getLeastSignificantBits();
    return ours ? Math.max(-1, (int) (id.getLeastSignificantBits() & INDEX_BITS)) : -1;
  }
}
