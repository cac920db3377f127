package dev.boxoffice.seat.seatmap;

import dev.boxoffice.seat.sale.SeatIdBase;
import dev.boxoffice.seat.sale.ShowId;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** A message to everybody who watches a show, written once for each form it is asked in. */
final class StreamMessage {
  private final long seq;
  private final Function<StreamForm, String> json;
  private final AtomicReferenceArray<String> texts = new AtomicReferenceArray<>(StreamForm.FORMS);

  private StreamMessage(long seq, Function<StreamForm, String> json) {
    this.seq = seq;
    this.json = json;
  }

  /** The first message: the next frame's number is one more. */
  static StreamMessage hello(ShowId showId, long seq) {
    return fixed(seq, "{\"type\":\"HELLO\",\"showId\":\"" + showId + "\",\"seq\":" + seq + "}");
  }

  static StreamMessage beacon(long seq) {
    return fixed(seq, "{\"type\":\"BEACON\",\"seq\":" + seq + "}");
  }

  /** Frames are missing before this number: what the client has must be read anew. */
  static StreamMessage resync(long seq) {
    return fixed(seq, "{\"type\":\"RESYNC\",\"seq\":" + seq + "}");
  }

  static StreamMessage update(SeatIdBase seatIds, Frame frame) {
    return new StreamMessage(frame.seq(), form -> update(seatIds, frame, form.compact()));
  }

  long seq() {
    return seq;
  }

  String text(StreamForm form) {
    String known = texts.get(form.place());
    if (known != null) {
      return known;
    }
    // Two threads may both write it; the texts are equal.
    String text = form.wrap(seq, json.apply(form));
    texts.set(form.place(), text);
    return text;
  }

  private static StreamMessage fixed(long seq, String json) {
    return new StreamMessage(seq, form -> json);
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
