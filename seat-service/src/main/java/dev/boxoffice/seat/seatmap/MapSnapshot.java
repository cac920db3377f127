package dev.boxoffice.seat.seatmap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One picture of a show: what the frames up to {@code seq} said, and possibly later changes that
 * frames after it will say. Its bodies are made when first asked for, each once.
 */
final class MapSnapshot {
  /** Stands for every section. */
  static final int ALL_SECTIONS = -1;

  private static final int FINGERPRINT_BYTES = 8;
  private static final int ROOM_AROUND_BYTES = 512;

  private final SeatPlan plan;
  private final long seq;
  private final Instant at;
  private final SeatStates states;
  private final List<Long> prices;
  private final String version;
  private final Map<Encoding, String> tags = new EnumMap<>(Encoding.class);
  private final ConcurrentMap<Body, byte[]> bodies = new ConcurrentHashMap<>();
  private final AtomicInteger bodiesMade = new AtomicInteger();

  MapSnapshot(SeatPlan plan, long seq, Instant at, SeatStates states, List<Long> prices) {
    if (prices.size() != plan.sections().size()) {
      throw new IllegalStateException(prices.size() + " prices in " + plan.showId());
    }
    this.plan = plan;
    this.seq = seq;
    this.at = at;
    this.states = states;
    this.prices = List.copyOf(prices);
    this.version =
        seq
            + "-"
            + Long.toHexString(states.changes())
            + "-"
            + Long.toHexString(at.toEpochMilli())
            + "-"
            + fingerprint(prices);
    for (Encoding encoding : Encoding.values()) {
      var _ = tags.put(encoding, "\"" + version + "-" + encoding.token() + "\"");
    }
  }

  /** What of the map a body tells. */
  enum Form {
    /** Sections with their seats, as JSON. */
    SEATS,
    /** Sections with their counts, as JSON. */
    COUNTS,
    /** Two bits a seat. */
    TWO_BITS
  }

  private record Body(Form form, int section, Encoding encoding) {}

  SeatPlan plan() {
    return plan;
  }

  long seq() {
    return seq;
  }

  SeatStates states() {
    return states;
  }

  /** A strong tag: bodies with the same tag are the same bytes, on every instance. */
  String entityTag(Encoding encoding) {
    return Objects.requireNonNull(tags.get(encoding));
  }

  /** Whether this picture and its bodies may stand for the other. */
  boolean sameAs(MapSnapshot other) {
    return version.equals(other.version);
  }

  /** A body, ready to be sent. */
  byte[] body(Form form, int section, Encoding encoding) {
    return bodies.computeIfAbsent(new Body(form, section, encoding), this::made);
  }

  /** How many of its bodies have been made so far. */
  int bodiesMade() {
    return bodiesMade.get();
  }

  private byte[] made(Body body) {
    var _ = bodiesMade.incrementAndGet();
    return body.encoding().encoded(plain(body.form(), body.section()));
  }

  private byte[] plain(Form form, int section) {
    return form == Form.TWO_BITS ? states.toTwoBits() : json(form, section);
  }

  private byte[] json(Form form, int section) {
    int first = section == ALL_SECTIONS ? 0 : section;
    int last = section == ALL_SECTIONS ? plan.sections().size() - 1 : section;
    ByteArrayOutputStream out = new ByteArrayOutputStream(roomFor(form, first, last));
    out.writeBytes(utf8(plan.head() + ",\"sections\":["));
    for (int i = first; i <= last; i++) {
      if (i > first) {
        out.write(',');
      }
      if (form == Form.SEATS) {
        plan.sections().get(i).writeWithSeats(out, states, prices.get(i));
      } else {
        plan.sections().get(i).writeCounts(out, states, prices.get(i));
      }
    }
    out.writeBytes(utf8("],\"seq\":" + seq + ",\"lastUpdated\":\"" + at + "\"}"));
    return out.toByteArray();
  }

  /** About what the JSON takes, so that megabytes are not copied while it grows. */
  private int roomFor(Form form, int first, int last) {
    int room = plan.head().length() + ROOM_AROUND_BYTES;
    for (int i = first; i <= last; i++) {
      room += form == Form.SEATS ? plan.sections().get(i).roomWithSeats() : ROOM_AROUND_BYTES;
    }
    return room;
  }

  /** Other prices have another fingerprint; a hash of 32 bits would not be enough to rely on. */
  private static String fingerprint(List<Long> prices) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(utf8(prices.toString()));
      return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK lacks SHA-256", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
