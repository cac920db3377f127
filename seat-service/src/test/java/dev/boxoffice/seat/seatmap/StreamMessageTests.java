package dev.boxoffice.seat.seatmap;

import static dev.boxoffice.seat.allocation.hold.SeatStatus.AVAILABLE;
import static dev.boxoffice.seat.allocation.hold.SeatStatus.BOOKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.sale.SeatIdBase;
import dev.boxoffice.seat.sale.ShowId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StreamMessageTests {
  private static final SeatIdBase SEATS =
      new SeatIdBase(UUID.fromString("11111111-2222-8333-9444-555500000000"));
  private static final Frame FRAME =
      new Frame(
          7,
          "a",
          "b",
          Instant.parse("2026-11-23T10:00:00.250Z"),
          List.of(new SeatChange(0, BOOKED, 2), new SeatChange(255, AVAILABLE, 4)));

  @Test
  void namesSeatsAndStatuses() {
    assertThat(StreamMessage.update(SEATS, FRAME).text(StreamForm.SOCKET))
        .isEqualTo(
            "{\"type\":\"SEAT_UPDATE\",\"seq\":7,\"seats\":["
                + "{\"seatId\":\"11111111-2222-8333-9444-555500000000\",\"status\":\"BOOKED\"},"
                + "{\"seatId\":\"11111111-2222-8333-9444-5555000000ff\",\"status\":\"AVAILABLE\"}],"
                + "\"timestamp\":\"2026-11-23T10:00:00.250Z\"}");
  }

  @Test
  void givesIndexesAndCodesInTheCompactForm() {
    assertThat(StreamMessage.update(SEATS, FRAME).text(StreamForm.SOCKET_COMPACT))
        .contains("\"seats\":[[0,2],[255,0]]");
  }

  @Test
  void carriesItsNumberAsTheEventsId() {
    assertThat(StreamMessage.beacon(7).text(StreamForm.EVENTS))
        .isEqualTo("id:7\ndata:{\"type\":\"BEACON\",\"seq\":7}\n\n");
    assertThat(StreamMessage.hello(new ShowId(SEATS.value()), 6).text(StreamForm.EVENTS_COMPACT))
        .startsWith("id:6\ndata:{\"type\":\"HELLO\"");
  }

  @Test
  void isWrittenOnceForAllReaders() {
    StreamMessage message = StreamMessage.update(SEATS, FRAME);

    assertThat(message.bytes(StreamForm.SOCKET)).isSameAs(message.bytes(StreamForm.SOCKET));
  }

  @Test
  void asksASocketsReaderWithABeaconWhetherItIsThere() {
    String beacon = StreamMessage.beacon(7).text(StreamForm.SOCKET);

    // A text frame of that length, then a ping without content.
    assertThat(StreamMessage.beaconWithPing(7).bytes(StreamForm.SOCKET))
        .startsWith(0x81, beacon.length())
        .contains(beacon.getBytes(StandardCharsets.UTF_8))
        .endsWith(0x89, 0);
    assertThat(StreamMessage.beaconWithPing(7).bytes(StreamForm.EVENTS))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(StreamMessage.beacon(7).text(StreamForm.EVENTS));
  }

  @Test
  void readsFramesAsRedisKeepsThem() {
    int booked = SeatStates.pack(BOOKED, 2);
    int available = SeatStates.pack(AVAILABLE, 4);

    assertThat(Frame.parse("7 a b 1795428000250 0:" + booked + ",255:" + available))
        .isEqualTo(FRAME);
  }
}
