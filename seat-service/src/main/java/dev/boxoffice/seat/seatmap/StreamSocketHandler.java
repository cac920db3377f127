package dev.boxoffice.seat.seatmap;

import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.seat.seatmap.socket.DirectSocket;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Sockets that watch a show. What a client says is not listened to. */
@Component
class StreamSocketHandler extends TextWebSocketHandler {
  private static final String WATCHER = "watcher";

  private final StreamRelay relay;
  private final SeatMapSettings settings;
  private final Clock clock;

  StreamSocketHandler(StreamRelay relay, SeatMapSettings settings, Clock clock) {
    this.relay = relay;
    this.settings = settings;
    this.clock = clock;
  }

  /** What the handshake found out for the socket to come. */
  record Request(ShowFeed feed, @Nullable Long since, boolean compact) {
    static final String ATTRIBUTE = Request.class.getName();
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws Exception {
    if (!(session instanceof DirectSocket socket)
        || !(session.getAttributes().get(Request.ATTRIBUTE) instanceof Request request)) {
      throw new IllegalStateException("a socket without a handshake");
    }
    SocketSink sink = new SocketSink(socket, StreamForm.socket(request.compact()));
    Watcher watcher = new Watcher(sink, settings.framesWaitingMax(), clock.instant());
    session.getAttributes().clear();
    session.getAttributes().put(WATCHER, watcher);
    try {
      relay.join(request.feed(), watcher, request.since());
    } catch (UnavailableException e) {
      sink.close(Sink.Ending.NO_UPDATES);
    }
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    heard(session);
  }

  @Override
  protected void handlePongMessage(WebSocketSession session, PongMessage message) {
    heard(session);
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    if (session.getAttributes().get(WATCHER) instanceof Watcher watcher) {
      watcher.gone();
    }
  }

  private void heard(WebSocketSession session) {
    if (session.getAttributes().get(WATCHER) instanceof Watcher watcher) {
      watcher.heard(clock.instant());
    }
  }
}
