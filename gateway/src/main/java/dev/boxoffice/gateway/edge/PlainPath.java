package dev.boxoffice.gateway.edge;

/**
 * Whether a path means the same to everyone who reads it.
 *
 * <p>A gateway and a service that decode or normalise a path differently disagree about which call
 * it is: {@code /v1/events/..%2f..%2finternal} is an event here and an internal call there. So a
 * path with an empty, dot or doubly encoded segment, a path parameter or an encoded separator is
 * refused.
 */
final class PlainPath {
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
    StringBuilder decoded = new StringBuilder(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c == '%') {
        int value = hex(segment, i + 1);
        if (value < 0) {
          return false;
        }
        c = (char) value;
        if (c == '%') {
          return false;
        }
        i += 2;
      }
      if (c == '/' || c == '\\' || c == ';' || c < ' ' || c == 0x7f) {
        return false;
      }
      decoded.append(c);
    }
    return !decoded.isEmpty()
        && !decoded.toString().equals(".")
        && !decoded.toString().equals("..");
  }

  private static int hex(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
