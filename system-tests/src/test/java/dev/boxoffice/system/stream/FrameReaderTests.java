package dev.boxoffice.system.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameReaderTests {
  private final FrameReader reader = new FrameReader();
  private final List<String> told = new ArrayList<>();

  @Test
  void tellsUpdatesByNumberAndChange() {
    take(
        text("{\"type\":\"HELLO\",\"showId\":\"x\",\"seq\":6}"),
        text("{\"type\":\"SEAT_UPDATE\",\"seq\":7,\"seats\":[[3,1],[12,0]],\"timestamp\":\"t\"}"),
        text("{\"type\":\"BEACON\",\"seq\":7}"),
        new byte[] {(byte) 0x89, 0},
        text("{\"type\":\"RESYNC\",\"seq\":9}"),
        new byte[] {(byte) 0x88, 2, 0x03, (byte) 0xF5});

    assertThat(told).containsExactly("hello", "7 3:1,12:0", "ping", "resync", "close 1013");
  }

  @Test
  void takesAFrameThatComesInPieces() {
    byte[] whole =
        text(
            "{\"type\":\"SEAT_UPDATE\",\"seq\":120,\"seats\":["
                + "[1,1],".repeat(100)
                + "[2,1]],\"timestamp\":\"t\"}");
    for (byte one : whole) {
      take(new byte[] {one});
    }

    assertThat(told).singleElement().asString().startsWith("120 1:1,").endsWith(",2:1");
  }

  private void take(byte[]... frames) {
    for (byte[] frame : frames) {
      reader.take(ByteBuffer.wrap(frame), new Told());
    }
  }

  private static byte[] text(String text) {
    byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 4).put((byte) 0x81);
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else {
      frame.put((byte) 126).putShort((short) payload.length);
    }
    byte[] bytes = new byte[frame.put(payload).flip().remaining()];
    frame.get(bytes);
    return bytes;
  }

  private final class Told implements FrameReader.Heard {
    @Override
    public void update(long seq, ByteBuffer payload) {
      told.add(seq + " " + FrameReader.changes(payload));
    }

    @Override
    public void hello() {
      told.add("hello");
    }

    @Override
    public void resync() {
      told.add("resync");
    }

    @Override
    public void ping() {
      told.add("ping");
    }

    @Override
    public void close(int code) {
      told.add("close " + code);
    }
  }
}
