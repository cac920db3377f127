package dev.boxoffice.gateway.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a path means the same to everyone who reads it.
 *
 * <p>A gateway and a service that decode or normalise a path differently disagree about which call
 * it is: {@code /v1/events/..%2f..%2finternal} is an event here and an internal call there. So a
 * path with an empty, dot or doubly encoded segment, a path parameter, an encoded separator or
 * bytes that are no UTF-8 is refused.
 */
final class PlainPath {
  /** What is not ASCII is encoded in a path. */
  private static final int FIRST_NOT_ASCII = 0x80;

  private PlainPath() {}

  static boolean test(String rawPath) {
    if (!rawPath.startsWith("/")) {
      return false;
    }
    int start = 1;
    while (true) {
      int slash = rawPath.indexOf('/', start);
      boolean last = slash < 0;
      String segment = last ? rawPath.substring(start) : rawPath.substring(start, slash);
      // An empty last segment is a trailing slash, which is another path but not an ambiguous one.
      if (!(last && segment.isEmpty()) && !plain(segment)) {
        return false;
      }
      if (last) {
        return true;
      }
      start = slash + 1;
    }
  }

  private static boolean plain(String segment) {
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      int c = segment.charAt(i);
      if (c == '%') {
        c = hex(segment, i + 1);
        if (c < 0 || c == '%') {
          return false;
        }
        i += 2;
      } else if (c >= FIRST_NOT_ASCII) {
        return false;
      }
      if (c == '/' || c == '\\' || c == ';' || c < ' ' || c == 0x7f) {
        return false;
      }
      decoded.write(c);
    }
    String text = utf8(decoded.toByteArray());
    return text != null && !text.isEmpty() && !text.equals(".") && !text.equals("..");
  }

  static @Nullable String utf8(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  static int hex(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
