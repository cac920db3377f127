package dev.boxoffice.seat.seatmap;

import dev.boxoffice.seat.sale.SectionId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What never changes about one section in a seat map: its JSON with a gap in each seat where the
 * status goes. The section's seats are one run of the map.
 */
final class SectionPlan {
  private static final byte[][] STATUS_NAMES =
      SeatStates.STATUSES.stream()
          .map(status -> status.name().getBytes(StandardCharsets.US_ASCII))
          .toArray(byte[][]::new);
  private static final int LONGEST_STATUS = "AVAILABLE".length();
  private static final int ROOM_FOR_PRICE = 40;
  private static final byte[] SEATS = ascii(",\"seats\":[");

  private final SectionId sectionId;
  private final int firstSeat;
  private final byte[] head;
  private final byte[] seats;
  private final int[] gaps;

  /**
   * @param head the section's members before its price, from the opening brace on
   * @param seats the seats' objects and the commas between them, without the statuses
   * @param gaps where in these the statuses go
   */
  SectionPlan(SectionId sectionId, int firstSeat, byte[] head, byte[] seats, int[] gaps) {
    this.sectionId = sectionId;
    this.firstSeat = firstSeat;
    this.head = head.clone();
    this.seats = seats.clone();
    this.gaps = gaps.clone();
  }

  SectionId sectionId() {
    return sectionId;
  }

  /** The memory this takes, about. */
  long bytes() {
    return head.length + seats.length + 4L * gaps.length;
  }

  /** What writing it with its seats takes at most, about. */
  int roomWithSeats() {
    return head.length
        + seats.length
        + gaps.length * LONGEST_STATUS
        + SEATS.length
        + ROOM_FOR_PRICE;
  }

  void writeWithSeats(ByteArrayOutputStream out, SeatStates states, long price) {
    writeHead(out, price);
    out.writeBytes(SEATS);
    int written = 0;
    for (int i = 0; i < gaps.length; i++) {
      out.write(seats, written, gaps[i] - written);
      out.writeBytes(STATUS_NAMES[states.code(firstSeat + i)]);
      written = gaps[i];
    }
    out.write(seats, written, seats.length - written);
    out.writeBytes(ascii("]}"));
  }

  void writeCounts(ByteArrayOutputStream out, SeatStates states, long price) {
    writeHead(out, price);
    int available = states.available(firstSeat, gaps.length);
    out.writeBytes(ascii(",\"total\":" + gaps.length + ",\"available\":" + available + "}"));
  }

  private void writeHead(ByteArrayOutputStream out, long price) {
    out.writeBytes(head);
    out.writeBytes(ascii(",\"price\":" + price));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
