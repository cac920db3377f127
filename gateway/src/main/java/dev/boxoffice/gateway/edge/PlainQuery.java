package dev.boxoffice.gateway.edge;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a query can be read at all: its encoded bytes must be UTF-8. A service's container
 * refuses any other before the service could say so in the contract's words.
 */
final class PlainQuery {
  private PlainQuery() {}

  static boolean test(@Nullable String rawQuery) {
    if (rawQuery == null) {
      return true;
    }
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(rawQuery.length());
    for (int i = 0; i < rawQuery.length(); i++) {
      int c = rawQuery.charAt(i);
      if (c == '%') {
        c = PlainPath.hex(rawQuery, i + 1);
        if (c < 0) {
          return false;
        }
        i += 2;
      }
      decoded.write(c);
    }
    return PlainPath.utf8(decoded.toByteArray()) != null;
  }
}
