package dev.boxoffice.system.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One subscriber of a show's seats, who keeps every frame. */
final class SeatStream implements WebSocket.Listener, AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;

  SeatStream(URI gateway, String showId) {
    URI address =
        URI.create(
            gateway.toString().replaceFirst("^http", "ws") + "/v1/shows/" + showId + "/stream");
    this.socket = http.newWebSocketBuilder().buildAsync(address, this).join();
  }

  List<JsonNode> frames() {
    return List.copyOf(frames);
  }

  /** Whether some frame said that this seat has this status. */
  boolean said(String seatId, String status) {
    return frames.stream()
        .flatMap(frame -> frame.path("seats").valueStream())
        .anyMatch(
            seat ->
                seat.path("seatId").asString("").equals(seatId)
                    && seat.path("status").asString("").equals(status));
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      frames.add(JSON.readTree(partial.toString()));
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }
}
