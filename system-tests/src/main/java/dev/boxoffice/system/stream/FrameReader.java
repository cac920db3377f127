package dev.boxoffice.system.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes the frames of one socket apart, as little as need be: what kind of message it is, and its
 * number.
 */
final class FrameReader {
  private static final int OPCODE = 0x0F;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int MEDIUM = 126;
  private static final int LONG = 127;
  private static final byte[] TYPE = "{\"type\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final int NUMBER_OF_UPDATE =
      "{\"type\":\"SEAT_UPDATE\",\"seq\":".getBytes(StandardCharsets.US_ASCII).length;

  private byte[] begun = {};

  /** Is told what comes. */
  interface Heard {
    /** A SEAT_UPDATE: its payload is between the position and the limit. */
    void update(long seq, ByteBuffer payload);

    void hello();

    void resync();

    void ping();

    void close(int code);
  }

  /** Takes what was read; a frame that has not come whole is kept. */
  void take(ByteBuffer more, Heard heard) {
    ByteBuffer bytes = more;
    if (begun.length > 0) {
      bytes = ByteBuffer.allocate(begun.length + more.remaining()).put(begun).put(more).flip();
    }
    while (takeOne(bytes, heard)) {
      // the next one
    }
    begun = new byte[bytes.remaining()];
    bytes.get(begun);
  }

  private static boolean takeOne(ByteBuffer bytes, Heard heard) {
    int start = bytes.position();
    if (bytes.remaining() < Short.BYTES) {
      return false;
    }
    int opcode = bytes.get() & OPCODE;
    int length = bytes.get() & 0xFF;
    if (length == MEDIUM) {
      length = bytes.remaining() < Short.BYTES ? Integer.MAX_VALUE : bytes.getShort() & 0xFFFF;
    } else if (length == LONG) {
      length = bytes.remaining() < Long.BYTES ? Integer.MAX_VALUE : (int) bytes.getLong();
    }
    if (bytes.remaining() < length) {
      bytes.position(start);
      return false;
    }
    ByteBuffer payload = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    switch (opcode) {
      case TEXT -> text(payload, heard);
      case PING -> heard.ping();
      case CLOSE -> heard.close(payload.remaining() < Short.BYTES ? 0 : payload.getShort(0));
      default -> throw new IllegalStateException("a frame of kind " + opcode);
    }
    return true;
  }

  private static void text(ByteBuffer payload, Heard heard) {
    switch (payload.get(TYPE.length)) {
      case 'S' -> {
        long seq = 0;
        for (int i = NUMBER_OF_UPDATE; payload.get(i) != ','; i++) {
          seq = seq * 10 + (payload.get(i) - '0');
        }
        heard.update(seq, payload);
      }
      case 'H' -> heard.hello();
      case 'R' -> heard.resync();
      case 'B' -> {
        // Says where the stream is; the numbers of updates are looked at one by one.
      }
      default -> throw new IllegalStateException(StandardCharsets.UTF_8.decode(payload).toString());
    }
  }

  /** The changes of an update in the compact form: {@code 3:1,7:1}. */
  static String changes(ByteBuffer payload) {
    String text = StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
    int from = text.indexOf("\"seats\":[") + "\"seats\":[".length();
    String pairs = text.substring(from, text.indexOf("],\"timestamp\"", from));
    if (pairs.isEmpty()) {
      return "";
    }
    return String.join(
        ",",
        Arrays.stream(pairs.substring(1, pairs.length() - 1).split("],\\[", -1))
            .map(pair -> pair.replace(',', ':'))
            .toList());
  }
}
