package dev.boxoffice.seat.seatmap;

import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.seat.redis.Scripts;
import dev.boxoffice.seat.sale.ShowId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.serializer.StringRedisSerializer;
import org.springframework.stereotype.Component;

/**
 * The one order of a show's frames, kept in Redis by scripts: each runs as a whole, so a frame is
 * numbered, logged and published at once. It can be lost at any time and is made again from
 * Postgres; only the numbers must never go back (see the package's rationale).
 */
@Component
class FrameSequence {
  /** One character a byte: states are binary, everything else is ASCII. */
  private static final StringRedisSerializer BYTES =
      new StringRedisSerializer(StandardCharsets.ISO_8859_1);

  private static final RedisScript<String> PUBLISH = script("publish");
  private static final RedisScript<String> READ = script("read");
  private static final RedisScript<String> SEED = script("seed");

  private final String instance = UUID.randomUUID().toString();
  private final StringRedisTemplate redis;
  private final SeatMapSettings settings;
  private final Clock clock;

  FrameSequence(StringRedisTemplate redis, SeatMapSettings settings, Clock clock) {
    this.redis = redis;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What came of publishing changes.
   *
   * @param frames what those that were news have become, with all that waited; none if nothing was
   *     news, if the next frame is not due, or if the show has no sequence, as nobody looks at it
   * @param dueIn how long it is until the next frame is due, for which something waits; zero if
   *     nothing does. Whoever publishes after that time, be it nothing, makes the frame.
   */
  record Published(List<Frame> frames, Duration dueIn) {
    Published {
      frames = List.copyOf(frames);
    }
  }

  /** What lies between a reader and the end of the sequence. */
  sealed interface Rest {
    /** Nothing. */
    record Nothing() implements Rest {}

    /** These frames, which follow what the reader has. */
    record Missed(List<Frame> frames) implements Rest {}

    /** Frames that are gone: here is where they led. */
    record Replaced(Whole whole) implements Rest {}

    /**
     * There is no sequence, or there was one that knew less than the reader and is gone now. It may
     * be seeded, with this token, from what is read from Postgres after this answer.
     */
    record NoSequence(String token) implements Rest {}
  }

  /** All that the sequence knows of a show at one number. */
  record Whole(long seq, String link, Instant at, SeatStates states, List<Frame> log) {
    Whole {
      log = List.copyOf(log);
    }
  }

  static String channel(ShowId showId) {
    return key(showId, "frames");
  }

  /** What the scripts work on, in the order in which they expect it. */
  static List<String> keys(ShowId showId) {
    return Stream.of("head", "states", "log", "waiting", "watchers")
        .map(part -> key(showId, part))
        .toList();
  }

  /**
   * Frames those of the changes that are news and what waits, in as many frames as they need, or
   * has them wait until the next frame is due.
   */
  Published publish(ShowId showId, List<SeatChange> changes) {
    List<Frame> frames = new ArrayList<>();
    Duration dueIn = Duration.ZERO;
    int from = 0;
    do {
      int to = Math.min(changes.size(), from + settings.seatsPerFrameMax());
      Published part = publishPart(showId, changes.subList(from, to));
      frames.addAll(part.frames());
      dueIn = part.dueIn();
      from = to;
    } while (from < changes.size());
    return new Published(frames, dueIn);
  }

  private Published publishPart(ShowId showId, List<SeatChange> changes) {
    List<String> arguments = new ArrayList<>(List.of(channel(showId), newLink()));
    arguments.add(Integer.toString(settings.framesKept()));
    arguments.add(Long.toString(settings.keptFor().toSeconds()));
    arguments.add(Integer.toString(settings.seatsPerFrameMax()));
    arguments.add(Long.toString(settings.frameEvery().toMillis()));
    arguments.add(Long.toString(settings.frameEveryMax().toMillis()));
    arguments.add(Integer.toString(settings.sendsPerSecond()));
    arguments.add(now());
    for (SeatChange change : changes) {
      arguments.add(Integer.toString(change.seatIndex()));
      arguments.add(Integer.toString(SeatStates.pack(change.status(), change.version())));
    }
    List<String> answer = Arrays.asList(run(PUBLISH, showId, arguments).split("\n", 2));
    String[] head = answer.getFirst().split(" ", -1);
    return switch (head[0]) {
      case "FRAMES" -> new Published(frames(answer.get(1)), Duration.ZERO);
      case "LATER" -> new Published(List.of(), Duration.ofMillis(Long.parseLong(head[1])));
      case "NOTHING_NEW", "NO_SEQUENCE" -> new Published(List.of(), Duration.ZERO);
      default -> throw new IllegalStateException("not an answer: " + answer.getFirst());
    };
  }

  /**
   * Reads what is missing here.
   *
   * @param watchers how many watch the show at this instance: the more all instances have, the
   *     fewer frames there are
   */
  Rest read(ShowId showId, int seats, long seq, String link, int watchers) {
    String answer =
        run(
            READ,
            showId,
            List.of(Long.toString(seq), link, newLink(), instance, Integer.toString(watchers)));
    List<String> lines = Arrays.asList(answer.split("\n", 2));
    String[] head = lines.getFirst().split(" ", -1);
    return switch (head[0]) {
      case "NOTHING" -> new Rest.Nothing();
      case "MISSED" -> new Rest.Missed(frames(lines.get(1)));
      case "WHOLE" -> new Rest.Replaced(whole(head, lines.get(1), seats));
      case "NO_SEQUENCE" -> new Rest.NoSequence(head[1]);
      default -> throw new IllegalStateException("not an answer: " + lines.getFirst());
    };
  }

  /**
   * Starts the sequence at the count of all changes, unless somebody else has in the meantime or
   * the token is no longer the one given out.
   */
  void seed(ShowId showId, String token, SeatStates stored) {
    var _ =
        run(
            SEED,
            showId,
            List.of(
                token,
                Long.toString(stored.changes()),
                newLink(),
                now(),
                new String(stored.toBytes(), StandardCharsets.ISO_8859_1),
                Long.toString(settings.keptFor().toSeconds())));
  }

  private static Whole whole(String[] head, String rest, int seats) {
    int stateBytes = Integer.parseInt(head[4]);
    byte[] states = rest.substring(0, stateBytes).getBytes(StandardCharsets.ISO_8859_1);
    return new Whole(
        Long.parseLong(head[1]),
        head[2],
        Instant.ofEpochMilli(Long.parseLong(head[3])),
        SeatStates.fromBytes(states, seats),
        frames(rest.substring(stateBytes)));
  }

  private static List<Frame> frames(String lines) {
    return lines.lines().map(Frame::parse).toList();
  }

  private String run(RedisScript<String> script, ShowId showId, List<String> arguments) {
    List<String> keys = keys(showId);
    try {
      return Objects.requireNonNull(
          redis.execute(script, BYTES, BYTES, keys, arguments.toArray()), "every script answers");
    } catch (DataAccessException e) {
      throw new UnavailableException("the order of frames", e);
    }
  }

  private String now() {
    return Long.toString(clock.millis());
  }

  private static String newLink() {
    return UUID.randomUUID().toString().substring(0, 18);
  }

  /** All keys of a show carry the same tag, so that a cluster keeps them in one place. */
  private static String key(ShowId showId, String part) {
    return "seatmap:{" + showId + "}:" + part;
  }

  private static RedisScript<String> script(String name) {
    return Scripts.read("seatmap/" + name + ".lua", String.class);
  }
}
