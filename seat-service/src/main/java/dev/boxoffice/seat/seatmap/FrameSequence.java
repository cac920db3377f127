package dev.boxoffice.seat.seatmap;

import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.seat.redis.Scripts;
import dev.boxoffice.seat.sale.ShowId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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

  private final StringRedisTemplate redis;
  private final SeatMapSettings settings;
  private final Clock clock;

  FrameSequence(StringRedisTemplate redis, SeatMapSettings settings, Clock clock) {
    this.redis = redis;
    this.settings = settings;
    this.clock = clock;
  }

  /** What came of publishing changes. */
  private sealed interface Published {
    /** Those of the changes that were news have become this frame. */
    record As(Frame frame) implements Published {}

    /** Other frames had said all of it. */
    record NothingNew() implements Published {}

    /** The show has no sequence: nobody looks at it, or Redis lost it. */
    record NoSequence() implements Published {}
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

  /** Frames those of the changes that are news, in as many frames as they need. */
  List<Frame> publishAll(ShowId showId, List<SeatChange> changes) {
    List<Frame> frames = new ArrayList<>();
    int max = settings.seatsPerFrameMax();
    for (int i = 0; i < changes.size(); i += max) {
      switch (publish(showId, changes.subList(i, Math.min(changes.size(), i + max)))) {
        case Published.As(Frame frame) -> frames.add(frame);
        case Published.NothingNew() -> {}
        case Published.NoSequence() -> {
          return frames;
        }
      }
    }
    return frames;
  }

  private Published publish(ShowId showId, List<SeatChange> changes) {
    List<String> arguments = new ArrayList<>(List.of(channel(showId), newLink(), now()));
    arguments.add(Integer.toString(settings.framesKept()));
    arguments.add(Long.toString(settings.keptFor().toSeconds()));
    for (SeatChange change : changes) {
      arguments.add(Integer.toString(change.seatIndex()));
      arguments.add(Integer.toString(SeatStates.pack(change.status(), change.version())));
    }
    String answer = run(PUBLISH, showId, arguments);
    return switch (answer) {
      case "NO SEQUENCE" -> new Published.NoSequence();
      case "NOTHING NEW" -> new Published.NothingNew();
      default -> new Published.As(Frame.parse(answer));
    };
  }

  Rest read(ShowId showId, int seats, long seq, String link) {
    String answer = run(READ, showId, List.of(Long.toString(seq), link, newLink()));
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
    List<String> keys = List.of(key(showId, "head"), key(showId, "states"), key(showId, "log"));
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
