package dev.boxoffice.seat.seatmap.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.seatmap.socket.ClientFrames.Said;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientFramesTests {
  private static final int FINAL = 0x80;

  private final ClientFrames frames = new ClientFrames();

  @Test
  void takesSeveralFramesAtOnce() {
    ByteBuffer both =
        ByteBuffer.allocate(100)
            .put(frame(FINAL | Opcode.TEXT, "hello"))
            .put(frame(FINAL | Opcode.CLOSE, "\u0003\u00e8"))
            .flip();

    assertThat(frames.take(both)).containsExactly(new Said.Text("hello"), new Said.Close(1000));
  }

  @Test
  void takesAFrameThatComesByteByByte() {
    List<Said> said = new ArrayList<>();
    for (byte one : frame(FINAL | Opcode.TEXT, "x".repeat(200))) {
      said.addAll(frames.take(ByteBuffer.wrap(new byte[] {one})));
    }

    assertThat(said).containsExactly(new Said.Text("x".repeat(200)));
  }

  @Test
  void knowsPingsAndPongs() {
    assertThat(frames.take(ByteBuffer.wrap(frame(FINAL | Opcode.PING, "who"))))
        .singleElement()
        .isInstanceOfSatisfying(
            Said.Ping.class,
            ping -> assertThat(ping.payload().array()).asString().isEqualTo("who"));
    assertThat(frames.take(ByteBuffer.wrap(frame(FINAL | Opcode.PONG, ""))))
        .singleElement()
        .isInstanceOf(Said.Pong.class);
  }

  @Test
  void takesACloseWithoutACode() {
    assertThat(frames.take(ByteBuffer.wrap(frame(FINAL | Opcode.CLOSE, ""))))
        .containsExactly(new Said.Close(1005));
  }

  @Test
  void refusesWhatIsTooLongBeforeItHasCome() {
    byte[] header = {(byte) (FINAL | Opcode.TEXT), (byte) (0x80 | 126), 2, 1};

    assertThat(codeOf(header)).isEqualTo(1009);
  }

  @Test
  void refusesWhatNoClientMaySend() {
    byte[] unmasked = {(byte) (FINAL | Opcode.TEXT), 0};

    assertThat(codeOf(unmasked)).isEqualTo(1002);
    assertThat(codeOf(frame(FINAL | 0x40 | Opcode.TEXT, "compressed"))).isEqualTo(1002);
    assertThat(codeOf(frame(Opcode.PING, "in parts"))).isEqualTo(1002);
    assertThat(codeOf(frame(FINAL | 0x0B, ""))).isEqualTo(1002);
    assertThat(codeOf(frame(FINAL | Opcode.CLOSE, "x"))).isEqualTo(1002);
    assertThat(codeOf(frame(FINAL | Opcode.BINARY, "x"))).isEqualTo(1003);
  }

  @Test
  void dropsWhateverFollowsSomethingWrong() {
    byte[] unmasked = {(byte) (FINAL | Opcode.TEXT), 0};
    assertThat(frames.take(ByteBuffer.wrap(unmasked))).hasSize(1);

    assertThat(frames.take(ByteBuffer.wrap(unmasked))).isEmpty();
    assertThat(frames.take(ByteBuffer.wrap(frame(FINAL | Opcode.TEXT, "hello")))).isEmpty();
  }

  private static int codeOf(byte[] bytes) {
    List<Said> said = new ClientFrames().take(ByteBuffer.wrap(bytes));
    if (said.size() == 1 && said.getFirst() instanceof Said.Wrong(int code, String _)) {
      return code;
    }
    throw new AssertionError("not refused: " + said);
  }

  private static byte[] frame(int first, String text) {
    byte[] payload = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] mask = {7, 1, (byte) 200, 9};
    ByteBuffer frame = ByteBuffer.allocate(8 + payload.length).put((byte) first);
    if (payload.length <= 125) {
      frame.put((byte) (0x80 | payload.length));
    } else {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    }
    frame.put(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ mask[i % mask.length]));
    }
    byte[] bytes = new byte[frame.position()];
    frame.flip().get(bytes);
    return bytes;
  }
}
