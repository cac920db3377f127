package dev.boxoffice.queue.stream;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** A stream over a WebSocket. */
final class SocketSink implements Sink {
  private static final Logger log = LoggerFactory.getLogger(SocketSink.class);

  private final WebSocketSession session;

  SocketSink(WebSocketSession session) {
    this.session = session;
  }

  @Override
  public void send(String frame) throws IOException {
    session.sendMessage(new TextMessage(frame));
  }

  @Override
  public void ping() throws IOException {
    session.sendMessage(new PingMessage());
  }

  @Override
  public void close(Ending ending) throws IOException {
    session.close(new CloseStatus(ending.code(), ending.reason()));
  }

  @Override
  public void abort() {
    try {
      session.close(CloseStatus.SESSION_NOT_RELIABLE);
    } catch (IOException | RuntimeException e) {
      log.debug("A socket that failed did not close either", e);
    }
  }
}
