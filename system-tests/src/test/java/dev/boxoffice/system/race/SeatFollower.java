package dev.boxoffice.system.race;

import dev.boxoffice.system.client.Http;
import dev.boxoffice.system.client.Show;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of a show's stream as the contract has it: takes the map, follows the frames from its
 * number on, reads anew when told to, and goes to the other instance when a stream ends.
 */
final class SeatFollower implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  /** Longer than two beacons. */
  private static final Duration SILENCE_MAX = Duration.ofSeconds(25);

  private final Arena arena;
  private final Http http;
  private final Show show;
  private final HttpClient sockets;
  private final Map<UUID, String> picture = new TreeMap<>();
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private final List<Integer> closedWith = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean over;
  private int instance;
  private final AtomicLong updates = new AtomicLong();
  private long seq = -1;

  /** The number of a HELLO that is not where this client is: RESYNC has to follow at once. */
  private @Nullable Long astray;

  SeatFollower(Arena arena, Http http, Show show, HttpClient sockets, int instance) {
    this.arena = arena;
    this.http = http;
    this.show = show;
    this.sockets = sockets;
    this.instance = instance;
    this.thread = Thread.ofVirtual().name("seat-follower").start(this::follow);
  }

  /** Statuses by seat, as far as this client knows. */
  Map<UUID, String> picture() {
    synchronized (picture) {
      return new TreeMap<>(picture);
    }
  }

  /** What no server may send. */
  List<String> wrong() {
    return wrong;
  }

  /** The codes of the streams that ended. */
  List<Integer> closedWith() {
    return closedWith;
  }

  long updates() {
    return updates.get();
  }

  private void follow() {
    while (!over) {
      try {
        if (seq < 0) {
          readMap();
        }
        followStream();
      } catch (IOException | IllegalStateException | CompletionException away) {
        // The other instance may be there.
      } catch (InterruptedException e) {
        return;
      }
      instance = 1 - instance;
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
  }

  private void readMap() throws IOException {
    JsonNode map =
        ReadShown.map(http, arena.seat(instance, ReadShown.path(show.eventId(), show.showId())));
    if (map == null) {
      throw new IOException("no such show there yet");
    }
    synchronized (picture) {
      ReadShown.seats(map)
          .forEach(
              seat ->
                  picture.put(
                      UUID.fromString(seat.required("seatId").asString()),
                      seat.required("status").asString()));
    }
    seq = map.required("seq").asLong();
  }

  private void followStream() throws InterruptedException {
    Inbox inbox = new Inbox();
    astray = null;
    URI http = arena.seat(instance, "/v1/shows/" + show.showId() + "/stream?since=" + seq);
    WebSocket socket =
        sockets
            .newWebSocketBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .buildAsync(URI.create("ws" + http.toString().substring("http".length())), inbox)
            .join();
    try {
      while (!over) {
        String text = inbox.texts.poll(SILENCE_MAX.toMillis(), TimeUnit.MILLISECONDS);
        if (text == null || text.equals(Inbox.END) || !take(JSON.readTree(text))) {
          return;
        }
      }
    } finally {
      socket.abort();
    }
  }

  /** False if what is known has to be read anew. */
  private boolean take(JsonNode frame) {
    long number = frame.required("seq").asLong();
    String type = frame.required("type").asString();
    if (astray != null && !type.equals("RESYNC")) {
      wrong.add("HELLO " + astray + " after " + seq + ", and then " + type);
    }
    astray = null;
    switch (type) {
      case "HELLO" -> astray = number == seq ? null : Long.valueOf(number);
      case "SEAT_UPDATE" -> {
        if (number != seq + 1) {
          wrong.add("SEAT_UPDATE " + number + " after " + seq);
        }
        seq = number;
        var _ = updates.incrementAndGet();
        synchronized (picture) {
          for (JsonNode seat : frame.required("seats")) {
            picture.put(
                UUID.fromString(seat.required("seatId").asString()),
                seat.required("status").asString());
          }
        }
      }
      case "BEACON" -> {
        if (number != seq) {
          wrong.add("BEACON " + number + " after " + seq);
        }
      }
      case "RESYNC" -> {
        if (number < seq) {
          wrong.add("RESYNC " + number + " after " + seq);
        }
        seq = -1;
        return false;
      }
      default -> wrong.add(frame.toString());
    }
    return true;
  }

  /** Frames of one stream, in their order. */
  private final class Inbox implements WebSocket.Listener {
    private static final String END = "";

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        texts.add(part.toString());
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closedWith.add(code);
      texts.add(END);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      texts.add(END);
    }
  }

  @Override
  public void close() {
    over = true;
    thread.interrupt();
  }
}
