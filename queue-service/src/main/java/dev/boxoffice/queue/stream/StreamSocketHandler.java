package dev.boxoffice.queue.stream;

import dev.boxoffice.queue.admission.ShowId;
import dev.boxoffice.queue.admission.UserId;
import dev.boxoffice.queue.waitingroom.LookUpPlace;
import dev.boxoffice.queue.waitingroom.Place;
import dev.boxoffice.queue.waitingroom.PlaceOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Sockets of people in a line. After the first frame, what a client says is not listened to. */
@Component
class StreamSocketHandler extends TextWebSocketHandler {
  static final String SHOW = "show";

  private static final String WATCHER = "watcher";
  private static final Duration SEND_MAX = Duration.ofSeconds(10);

  /** Tomcat's properties: how long a write may wait, and how long a client may say nothing. */
  private static final String SEND_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

  private static final String READ_TIMEOUT = "org.apache.tomcat.websocket.READ_IDLE_TIMEOUT_MS";

  private final SocketSignIn signIn;
  private final LookUpPlace lookUpPlace;
  private final Watchers watchers;
  private final StreamSettings settings;

  StreamSocketHandler(
      SocketSignIn signIn, LookUpPlace lookUpPlace, Watchers watchers, StreamSettings settings) {
    this.signIn = signIn;
    this.lookUpPlace = lookUpPlace;
    this.watchers = watchers;
    this.settings = settings;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    limit(session, SEND_TIMEOUT, SEND_MAX);
    limit(session, READ_TIMEOUT, settings.tokenWithin());
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message)
      throws IOException {
    Map<String, Object> attributes = session.getAttributes();
    if (attributes.containsKey(WATCHER)) {
      return;
    }
    if (!(attributes.get(SHOW) instanceof ShowId showId)) {
      throw new IllegalStateException("a socket without a handshake");
    }
    UserId userId = signIn.signIn(message.getPayload());
    if (userId == null) {
      close(session, Sink.Ending.NO_TOKEN);
      return;
    }
    switch (lookUpPlace.lookUp(showId, userId)) {
      case PlaceOutcome.Found(Place place) -> {
        limit(session, READ_TIMEOUT, settings.silentFor());
        attributes.put(WATCHER, watchers.join(userId, place, new SocketSink(session)));
      }
      case PlaceOutcome.NotInQueue _, PlaceOutcome.ShowNotFound _ ->
          close(session, Sink.Ending.NOT_IN_QUEUE);
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    if (session.getAttributes().get(WATCHER) instanceof Watcher watcher) {
      watcher.gone();
    }
  }

  private static void close(WebSocketSession session, Sink.Ending why) throws IOException {
    new SocketSink(session).close(why);
  }

  private static void limit(WebSocketSession session, String property, Duration most) {
    if (session instanceof StandardWebSocketSession standard) {
      var _ = standard.getNativeSession().getUserProperties().put(property, most.toMillis());
    }
  }
}
