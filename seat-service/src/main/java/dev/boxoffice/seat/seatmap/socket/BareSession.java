package dev.boxoffice.seat.seatmap.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/** A session that keeps nothing of the request it came from. */
abstract class BareSession implements WebSocketSession {

  private static final AtomicLong NUMBERS = new AtomicLong();

  private final long number = NUMBERS.incrementAndGet();

  abstract void send(byte[] frame) throws IOException;

  @Override
  public final void sendMessage(WebSocketMessage<?> message) throws IOException {
    switch (message) {
      case TextMessage text -> send(ServerFrame.text(text.getPayload()));
      case PingMessage _ -> send(ServerFrame.ping());
      default -> throw new IllegalArgumentException("not sent here: " + message.getClass());
    }
  }

  @Override
  public final void close() throws IOException {
    close(CloseStatus.NORMAL);
  }

  @Override
  public final String getId() {
    return Long.toString(number);
  }

  @Override
  public final @Nullable URI getUri() {
    return null;
  }

  @Override
  public final HttpHeaders getHandshakeHeaders() {
    return HttpHeaders.EMPTY;
  }

  @Override
  public final @Nullable Principal getPrincipal() {
    return null;
  }

  @Override
  public final @Nullable InetSocketAddress getLocalAddress() {
    return null;
  }

  @Override
  public final @Nullable InetSocketAddress getRemoteAddress() {
    return null;
  }

  @Override
  public final @Nullable String getAcceptedProtocol() {
    return null;
  }

  @Override
  public final List<WebSocketExtension> getExtensions() {
    return List.of();
  }

  @Override
  public final int getTextMessageSizeLimit() {
    return ClientFrames.PAYLOAD_BYTES_MAX;
  }

  @Override
  public final int getBinaryMessageSizeLimit() {
    return 0;
  }

  @Override
  public final void setTextMessageSizeLimit(int limit) {
    throw new UnsupportedOperationException("the limit is for all");
  }

  @Override
  public final void setBinaryMessageSizeLimit(int limit) {
    throw new UnsupportedOperationException("no binary messages");
  }
}
