package dev.boxoffice.seat.seatmap;

import dev.boxoffice.seat.sale.SeatIdBase;
import dev.boxoffice.seat.sale.ShowId;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** A message to everybody who watches a show, written once for each form it is asked in. */
final class StreamMessage {
  private final long seq;
  private final Function<StreamForm, String> json;
  private final boolean withPing;
  private final AtomicReferenceArray<byte[]> encoded = new AtomicReferenceArray<>(StreamForm.FORMS);

  private StreamMessage(long seq, Function<StreamForm, String> json, boolean withPing) {
    this.seq = seq;
    this.json = json;
    this.withPing = withPing;
  }

  /** The first message: the next frame's number is one more. */
  static StreamMessage hello(ShowId showId, long seq) {
    return fixed(seq, "{\"type\":\"HELLO\",\"showId\":\"" + showId + "\",\"seq\":" + seq + "}");
  }

  static StreamMessage beacon(long seq) {
    return fixed(seq, beaconJson(seq));
  }

  /** A beacon that also asks a socket's reader whether it is there. */
  static StreamMessage beaconWithPing(long seq) {
    return new StreamMessage(seq, form -> beaconJson(seq), true);
  }

  private static String beaconJson(long seq) {
    return "{\"type\":\"BEACON\",\"seq\":" + seq + "}";
  }

  /** Frames are missing before this number: what the client has must be read anew. */
  static StreamMessage resync(long seq) {
    return fixed(seq, "{\"type\":\"RESYNC\",\"seq\":" + seq + "}");
  }

  static StreamMessage update(SeatIdBase seatIds, Frame frame) {
    return new StreamMessage(frame.seq(), form -> update(seatIds, frame, form.compact()), false);
  }

  long seq() {
    return seq;
  }

  String text(StreamForm form) {
    return form.wrap(seq, json.apply(form));
  }

  /** What all readers of that form are sent, the same bytes for each. */
  byte[] bytes(StreamForm form) {
    byte[] known = encoded.get(form.place());
    if (known != null) {
      return known;
    }
    // Two threads may both write it; the bytes are equal.
    byte[] bytes = form.encode(text(form), withPing);
    encoded.set(form.place(), bytes);
    return bytes;
  }

  private static StreamMessage fixed(long seq, String json) {
    return new StreamMessage(seq, form -> json, false);
  }

  private static String update(SeatIdBase seatIds, Frame frame, boolean compact) {
    StringBuilder text = new StringBuilder(96 + frame.changes().size() * (compact ? 10 : 80));
    text.append("{\"type\":\"SEAT_UPDATE\",\"seq\":").append(frame.seq()).append(",\"seats\":[");
    String comma = "";
    for (SeatChange change : frame.changes()) {
      text.append(comma);
      if (compact) {
        text.append('[').append(change.seatIndex()).append(',');
        text.append(SeatStates.code(change.status())).append(']');
      } else {
        text.append("{\"seatId\":\"").append(seatIds.seat(change.seatIndex()));
        text.append("\",\"status\":\"").append(change.status()).append("\"}");
      }
      comma = ",";
    }
    return text.append("],\"timestamp\":\"").append(frame.at()).append("\"}").toString();
  }
}
