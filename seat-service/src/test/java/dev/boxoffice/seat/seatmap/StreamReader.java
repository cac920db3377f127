package dev.boxoffice.seat.seatmap;

import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.boxoffice.contract.StreamContract;
import dev.boxoffice.testing.TestClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a seat stream's socket, which keeps every frame and holds it to the contract. */
final class StreamReader implements WebSocket.Listener, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final StreamContract CONTRACT = StreamContract.ofChannel("seats");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;
  private volatile @Nullable AssertionError wrong;

  private StreamReader(TestClient client, String path) {
    socket = client.open(path, this);
  }

  static StreamReader of(TestClient client, String showId, String query) {
    return new StreamReader(client, "/v1/shows/" + showId + "/stream" + query);
  }

  List<String> texts() {
    return List.copyOf(texts);
  }

  List<JsonNode> frames() {
    if (wrong != null) {
      throw wrong;
    }
    return texts.stream().map(JSON::readTree).toList();
  }

  List<JsonNode> frames(String type) {
    return frames().stream().filter(frame -> frame.path("type").asString().equals(type)).toList();
  }

  @CanIgnoreReturnValue
  JsonNode awaitFrame(String what, Predicate<JsonNode> wanted) {
    return await(what + " among " + texts)
        .atMost(PATIENCE)
        .until(() -> frames().stream().filter(wanted).findFirst().orElse(null), f -> f != null);
  }

  @CanIgnoreReturnValue
  JsonNode awaitType(String type) {
    return awaitFrame(type, frame -> frame.path("type").asString().equals(type));
  }

  /** Waits for a frame that says so of the seat. */
  @CanIgnoreReturnValue
  JsonNode awaitSeat(String seatId, String status) {
    return awaitFrame(
        seatId + " " + status,
        frame -> {
          for (JsonNode seat : frame.path("seats")) {
            if (seat.path("seatId").asString().equals(seatId)
                && seat.path("status").asString().equals(status)) {
              return true;
            }
          }
          return false;
        });
  }

  int awaitClose() {
    return closed.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS).join();
  }

  void say(String text) {
    var _ = socket.sendText(text, true).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      String text = part.toString();
      try {
        CONTRACT.check(JSON.readTree(text));
      } catch (AssertionError e) {
        wrong = e;
      }
      texts.add(text);
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    var _ = closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    var _ = closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
