package dev.boxoffice.gateway.edge;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What a WebSocket handshake must say (RFC 6455, 4.2.1) before a service is asked. */
final class SocketHandshake {
  static final String VERSION = "13";
  static final String VERSION_HEADER = "Sec-WebSocket-Version";

  private static final String KEY_HEADER = "Sec-WebSocket-Key";
  private static final int KEY_BYTES = 16;

  private SocketHandshake() {}

  /** Why these headers ask for a WebSocket in vain; null if they do not, or ask for none. */
  static @Nullable Problem flaw(HttpHeaders headers) {
    if (!"websocket".equalsIgnoreCase(headers.getUpgrade())) {
      return null;
    }
    if (headers.getConnection().stream().noneMatch(HttpHeaders.UPGRADE::equalsIgnoreCase)) {
      return Problem.badHandshake(HttpHeaders.CONNECTION, "must name \"Upgrade\"");
    }
    if (!VERSION.equals(headers.getFirst(VERSION_HEADER))) {
      return Problem.badHandshake(VERSION_HEADER, "must be " + VERSION);
    }
    return isKey(headers.getFirst(KEY_HEADER))
        ? null
        : Problem.badHandshake(KEY_HEADER, "must be " + KEY_BYTES + " bytes in Base64");
  }

  private static boolean isKey(@Nullable String key) {
    try {
      return key != null && Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
