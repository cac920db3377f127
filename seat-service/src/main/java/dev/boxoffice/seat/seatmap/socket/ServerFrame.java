package dev.boxoffice.seat.seatmap.socket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.web.socket.CloseStatus;

/** Frames as a server sends them: whole messages, not masked (RFC 6455, section 5.2). */
public final class ServerFrame {
  private static final int FINAL = 0x80;
  private static final int SHORT_MAX = 125;
  private static final int MEDIUM_MAX = 0xFFFF;
  private static final int MEDIUM = 126;
  private static final int LONG = 127;
  private static final int HEADER_BYTES_MAX = 10;
  private static final byte[] NOTHING = {};

  private ServerFrame() {}

  /** A whole text message. */
  public static byte[] text(String text) {
    return frame(Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] ping() {
    return frame(Opcode.PING, NOTHING);
  }

  static byte[] pong(ByteBuffer payload) {
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    return frame(Opcode.PONG, bytes);
  }

  static byte[] close(CloseStatus status) {
    byte[] reason =
        status.getReason() == null ? NOTHING : status.getReason().getBytes(StandardCharsets.UTF_8);
    int length = Math.min(reason.length, SHORT_MAX - Short.BYTES);
    return frame(
        Opcode.CLOSE,
        ByteBuffer.allocate(Short.BYTES + length)
            .putShort((short) status.getCode())
            .put(reason, 0, length)
            .array());
  }

  private static byte[] frame(int opcode, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES_MAX + payload.length);
    frame.put((byte) (FINAL | opcode));
    if (payload.length <= SHORT_MAX) {
      frame.put((byte) payload.length);
    } else if (payload.length <= MEDIUM_MAX) {
      frame.put((byte) MEDIUM).putShort((short) payload.length);
    } else {
      frame.put((byte) LONG).putLong(payload.length);
    }
    frame.put(payload);
    return Arrays.copyOf(frame.array(), frame.position());
  }
}
