package dev.boxoffice.seat.seatmap.socket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes of the bytes that a client sends what it says. Keeps only a frame that has not come whole
 * yet, and none that is longer than {@link #PAYLOAD_BYTES_MAX}. Not safe for use by several
 * threads.
 */
final class ClientFrames {
  static final int PAYLOAD_BYTES_MAX = 512;

  private static final int FINAL = 0x80;
  private static final int RESERVED = 0x70;
  private static final int OPCODE = 0x0F;
  private static final int MASKED = 0x80;
  private static final int LENGTH = 0x7F;
  private static final int CONTROL_BYTES_MAX = 125;
  private static final int MEDIUM = 126;
  private static final int MASK_BYTES = 4;
  private static final byte[] NOTHING = {};

  private byte[] begun = NOTHING;
  private boolean refused;

  /** What a client may say. */
  sealed interface Said {
    /** Some of a message, or all of it. */
    record Text(String text) implements Said {}

    record Ping(ByteBuffer payload) implements Said {}

    record Pong(ByteBuffer payload) implements Said {}

    record Close(int code) implements Said {}

    /** Something that no client may say: the connection has to be closed with this code. */
    record Wrong(int code, String why) implements Said {}
  }

  /**
   * What the bytes complete. Nothing that follows something wrong makes sense: whatever else comes
   * after it is dropped, so a client is told once.
   */
  List<Said> take(ByteBuffer more) {
    if (refused) {
      return List.of();
    }
    ByteBuffer bytes = more;
    if (begun.length > 0) {
      bytes = ByteBuffer.allocate(begun.length + more.remaining()).put(begun).put(more).flip();
    }
    List<Said> all = new ArrayList<>();
    while (bytes.remaining() >= Short.BYTES) {
      ByteBuffer frame = bytes.slice();
      Said said = next(frame);
      if (said == null) {
        break;
      }
      all.add(said);
      if (said instanceof Said.Wrong) {
        refused = true;
        bytes.position(bytes.limit());
      } else {
        bytes.position(bytes.position() + frame.position());
      }
    }
    begun = bytes.hasRemaining() ? rest(bytes) : NOTHING;
    return all;
  }

  /** The frame that begins here, or null if it has not come whole. */
  private static @Nullable Said next(ByteBuffer frame) {
    int first = frame.get() & 0xFF;
    int second = frame.get() & 0xFF;
    int opcode = first & OPCODE;
    int length = second & LENGTH;
    boolean control = opcode >= Opcode.CLOSE;
    if ((first & RESERVED) != 0 || (second & MASKED) == 0) {
      return new Said.Wrong(1002, "a frame with extensions or without a mask");
    }
    if (control && ((first & FINAL) == 0 || length > CONTROL_BYTES_MAX)) {
      return new Said.Wrong(1002, "a control frame in parts or too long");
    }
    if (length == MEDIUM) {
      if (frame.remaining() < Short.BYTES) {
        return null;
      }
      length = frame.getShort() & 0xFFFF;
    }
    if (length > PAYLOAD_BYTES_MAX || (second & LENGTH) > MEDIUM) {
      return new Said.Wrong(1009, "more than " + PAYLOAD_BYTES_MAX + " bytes");
    }
    if (frame.remaining() < MASK_BYTES + length) {
      return null;
    }
    return said(opcode, payload(frame, length));
  }

  private static Said said(int opcode, byte[] payload) {
    return switch (opcode) {
      case Opcode.CONTINUATION, Opcode.TEXT ->
          new Said.Text(new String(payload, StandardCharsets.UTF_8));
      case Opcode.BINARY -> new Said.Wrong(1003, "only text is taken");
      case Opcode.PING -> new Said.Ping(ByteBuffer.wrap(payload));
      case Opcode.PONG -> new Said.Pong(ByteBuffer.wrap(payload));
      case Opcode.CLOSE ->
          payload.length == 1
              ? new Said.Wrong(1002, "half a code")
              : new Said.Close(
                  payload.length == 0 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF);
      default -> new Said.Wrong(1002, "no frame of this kind: " + opcode);
    };
  }

  private static byte[] payload(ByteBuffer frame, int length) {
    byte[] mask = new byte[MASK_BYTES];
    frame.get(mask);
    byte[] payload = new byte[length];
    frame.get(payload);
    for (int i = 0; i < length; i++) {
      payload[i] ^= mask[i % MASK_BYTES];
    }
    return payload;
  }

  private static byte[] rest(ByteBuffer bytes) {
    byte[] rest = new byte[bytes.remaining()];
    bytes.get(rest);
    return rest;
  }
}
