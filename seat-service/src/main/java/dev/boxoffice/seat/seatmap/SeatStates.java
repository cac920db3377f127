package dev.boxoffice.seat.seatmap;

import dev.boxoffice.seat.allocation.hold.SeatStatus;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What every seat of a show is, and the version of its last change: one int a seat, the status in
 * the low two bits. A state only ever moves to a higher version, so two pictures of a show merge
 * seat by seat whatever the order they were taken in.
 */
final class SeatStates {
  /** By code: what two bits say of a seat. */
  static final List<SeatStatus> STATUSES =
      List.of(SeatStatus.AVAILABLE, SeatStatus.HELD, SeatStatus.BOOKED, SeatStatus.BLOCKED);

  private static final int STATUS_BITS = 2;
  private static final int STATUS_MASK = 3;

  private final int[] packed;

  private SeatStates(int[] packed) {
    this.packed = packed;
  }

  /** Every seat available and never changed. */
  static SeatStates untouched(int seats) {
    return new SeatStates(new int[seats]);
  }

  /**
   * From four bytes a seat, as {@link #toBytes} gives them; seats beyond the bytes are untouched.
   */
  static SeatStates fromBytes(byte[] bytes, int seats) {
    int[] packed = new int[seats];
    var _ = ByteBuffer.wrap(bytes).asIntBuffer().get(packed, 0, Math.min(seats, bytes.length / 4));
    return new SeatStates(packed);
  }

  /** From pairs of seat index and packed state, four bytes each; other seats are untouched. */
  static SeatStates fromPairs(byte[] pairs, int seats) {
    int[] packed = new int[seats];
    ByteBuffer buffer = ByteBuffer.wrap(pairs);
    while (buffer.hasRemaining()) {
      int seatIndex = buffer.getInt();
      if (seatIndex < 0 || seatIndex >= seats) {
        throw new IllegalStateException("seat " + seatIndex + " of a show of " + seats);
      }
      packed[seatIndex] = buffer.getInt();
    }
    return new SeatStates(packed);
  }

  static int pack(SeatStatus status, int version) {
    return version << STATUS_BITS | code(status);
  }

  static SeatChange unpack(int seatIndex, int packed) {
    return new SeatChange(seatIndex, STATUSES.get(packed & STATUS_MASK), packed >>> STATUS_BITS);
  }

  static int code(SeatStatus status) {
    return switch (status) {
      case AVAILABLE -> 0;
      case HELD -> 1;
      case BOOKED -> 2;
      case BLOCKED -> 3;
    };
  }

  int seats() {
    return packed.length;
  }

  SeatStatus status(int seatIndex) {
    return STATUSES.get(code(seatIndex));
  }

  int code(int seatIndex) {
    return packed[seatIndex] & STATUS_MASK;
  }

  int version(int seatIndex) {
    return packed[seatIndex] >>> STATUS_BITS;
  }

  /** How many changes all seats together have seen. */
  long changes() {
    long sum = 0;
    for (int state : packed) {
      sum += state >>> STATUS_BITS;
    }
    return sum;
  }

  /** How many of these seats, from the first index on, are available. */
  int available(int first, int count) {
    int available = 0;
    for (int i = first; i < first + count; i++) {
      if ((packed[i] & STATUS_MASK) == 0) {
        available++;
      }
    }
    return available;
  }

  /** Takes the change over unless the seat is known to be past it. */
  void advance(SeatChange change) {
    if (change.seatIndex() < packed.length && change.version() >= version(change.seatIndex())) {
      packed[change.seatIndex()] = pack(change.status(), change.version());
    }
  }

  /** The seats whose change in the other picture is later than in this one. */
  List<SeatChange> newerIn(SeatStates other) {
    List<SeatChange> newer = new ArrayList<>();
    for (int i = 0; i < packed.length; i++) {
      if (other.version(i) > version(i)) {
        newer.add(unpack(i, other.packed[i]));
      }
    }
    return newer;
  }

  /** A picture with each seat's later state of the two. */
  SeatStates mergedWith(SeatStates other) {
    int[] merged = packed.clone();
    for (int i = 0; i < merged.length; i++) {
      if (other.version(i) > version(i)) {
        merged[i] = other.packed[i];
      }
    }
    return new SeatStates(merged);
  }

  SeatStates copy() {
    return new SeatStates(packed.clone());
  }

  byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(packed.length * Integer.BYTES);
    var _ = bytes.asIntBuffer().put(packed);
    return bytes.array();
  }

  /** The compact form: two bits a seat, low bits first; the last byte is filled with zeros. */
  byte[] toTwoBits() {
    byte[] compact = new byte[(packed.length + 3) / 4];
    for (int i = 0; i < packed.length; i++) {
      compact[i / 4] |= (byte) ((packed[i] & STATUS_MASK) << (i % 4 * 2));
    }
    return compact;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeatStates states && Arrays.equals(packed, states.packed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }
}
