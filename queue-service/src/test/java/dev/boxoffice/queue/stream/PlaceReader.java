package dev.boxoffice.queue.stream;

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
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a queue's socket, which keeps every frame and holds it to the contract. */
final class PlaceReader implements WebSocket.Listener, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final StreamContract CONTRACT = StreamContract.ofChannel("queue");

  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;
  private volatile @Nullable AssertionError wrong;

  private PlaceReader(TestClient client, String queuePath) {
    socket = client.open(queuePath + "/stream", this);
  }

  /** Opens a socket and says this first. */
  static PlaceReader saying(String first, TestClient client, String queuePath) {
    PlaceReader reader = new PlaceReader(client, queuePath);
    reader.say(first);
    return reader;
  }

  /** Opens a socket and says nothing. */
  static PlaceReader silent(TestClient client, String queuePath) {
    return new PlaceReader(client, queuePath);
  }

  /** All that came. */
  List<JsonNode> frames() {
    if (wrong != null) {
      throw wrong;
    }
    return List.copyOf(frames);
  }

  @CanIgnoreReturnValue
  JsonNode awaitFrame(String what, Predicate<JsonNode> wanted) {
    return await(what + " among " + frames)
        .atMost(PATIENCE)
        .until(
            () -> frames().stream().filter(wanted).findFirst().orElse(null),
            found -> found != null);
  }

  @CanIgnoreReturnValue
  JsonNode awaitPosition(long position) {
    return awaitFrame(
        "position " + position,
        frame ->
            frame.path("type").asString().equals("QUEUE_POSITION")
                && frame.path("position").asLong() == position);
  }

  JsonNode awaitAdmission() {
    return awaitFrame(
        "QUEUE_ADMITTED", frame -> frame.path("type").asString().equals("QUEUE_ADMITTED"));
  }

  int awaitClose() {
    return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  void say(String text) {
    var _ = socket.sendText(text, true).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      JsonNode frame = JSON.readTree(part.toString());
      part.setLength(0);
      try {
        CONTRACT.check(frame);
      } catch (AssertionError e) {
        wrong = e;
      }
      frames.add(frame);
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
