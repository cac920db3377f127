package dev.boxoffice.seat.seatmap.socket;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeFailureException;
import org.springframework.web.socket.server.RequestUpgradeStrategy;

/**
 * Turns a request into a {@link DirectSocket}. No extension is agreed on: compression by socket
 * would compress each frame as often as there are sockets.
 */
public final class DirectUpgrade implements RequestUpgradeStrategy {
  private static final String VERSION = "13";
  private static final String KEY = "Sec-WebSocket-Key";
  private static final String ACCEPT = "Sec-WebSocket-Accept";

  /** Of RFC 6455, section 1.3. */
  private static final String SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  @Override
  public String[] getSupportedVersions() {
    return new String[] {VERSION};
  }

  @Override
  public List<WebSocketExtension> getSupportedExtensions(ServerHttpRequest request) {
    return List.of();
  }

  @Override
  public void upgrade(
      ServerHttpRequest request,
      ServerHttpResponse response,
      @Nullable String protocol,
      List<WebSocketExtension> extensions,
      @Nullable Principal user,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    String key = request.getHeaders().getFirst(KEY);
    if (key == null || !(request instanceof ServletServerHttpRequest asked)) {
      throw new HandshakeFailureException("not a WebSocket's request");
    }
    response.getHeaders().set(HttpHeaders.UPGRADE, "websocket");
    response.getHeaders().set(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE);
    response.getHeaders().set(ACCEPT, accept(key));
    upgraded(asked.getServletRequest()).begin(handler, attributes);
  }

  private static DirectSocket upgraded(HttpServletRequest request) {
    try {
      return request.upgrade(DirectSocket.class);
    } catch (IOException | ServletException e) {
      throw new HandshakeFailureException("the connection cannot be upgraded", e);
    }
  }

  static String accept(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + SALT).getBytes(StandardCharsets.ISO_8859_1));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
