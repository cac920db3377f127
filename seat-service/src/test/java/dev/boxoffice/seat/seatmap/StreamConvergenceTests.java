package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.allocation.hold.SeatStatus;
import dev.boxoffice.seat.allocation.hold.SeatsChanged;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** I12: whatever is lost, late or sent twice, the map and the frames after it are the truth. */
@TestPropertySource(
    properties = {"boxoffice.seat-map.frame-every=PT0.02S", "boxoffice.seat-map.frames-kept=16"})
class StreamConvergenceTests extends SeatMapTest {
  private static final int SEATS = 40;
  private static final int STEPS = 150;

  private final ApplicationEventPublisher publisher;

  StreamConvergenceTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      ApplicationEventPublisher publisher) {
    super(client, shows, clock, jdbc, redis);
    this.publisher = publisher;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void endsEqualToTheTruth(long seed) {
    Random random = new Random(seed);
    OpenShow show = shows.open(SEATS / 10);
    List<Reader> readers = new ArrayList<>();
    List<SeatsChanged> late = new ArrayList<>();
    readers.add(new Reader(show));
    for (int step = 0; step < STEPS; step++) {
      SeatsChanged change = change(show, random.nextInt(SEATS), random.nextBoolean());
      switch (random.nextInt(10)) {
        case 0, 1 -> late.add(change);
        case 2 -> late.clear();
        case 3 -> late.forEach(publisher::publishEvent);
        case 4 -> {
          publisher.publishEvent(change);
          publisher.publishEvent(change);
        }
        default -> publisher.publishEvent(change);
      }
      if (step % 60 == 30) {
        assertThat(flushRedis()).isTrue();
      }
      if (step % 25 == 0) {
        readers.add(new Reader(show));
      }
    }
    Map<String, String> truth = truth(show);
    for (Reader reader : readers) {
      await("seed " + seed)
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(reader.picture()).isEqualTo(truth));
      reader.assertThatNumbersOnlyRise();
      reader.stream.close();
    }
    assertThat(statuses(map(show))).isEqualTo(truth);
  }

  private SeatsChanged change(OpenShow show, int seat, boolean blocked) {
    SeatStatus status = blocked ? SeatStatus.BLOCKED : SeatStatus.AVAILABLE;
    setSilently(show, status.name(), seat);
    int version =
        jdbc.sql("select version from seat_state where show_id = :show and seat_id = :seat")
            .param("show", show.showId().value())
            .param("seat", show.base().seat(seat).value())
            .query(Integer.class)
            .single();
    return new SeatsChanged(
        show.showId(), List.of(new SeatsChanged.Change(show.base().seat(seat), status, version)));
  }

  private Map<String, String> truth(OpenShow show) {
    Map<String, String> truth = new java.util.TreeMap<>();
    jdbc.sql("select seat_id, status from seat_state where show_id = :show")
        .param("show", show.showId().value())
        .query(
            row -> {
              truth.put(row.getString("seat_id"), row.getString("status"));
            });
    return truth;
  }

  /** Takes a map, then follows the stream from its number on; takes another map when told to. */
  private final class Reader {
    private final OpenShow show;
    private final StreamReader stream;
    private JsonNode map;
    private int resyncs;

    Reader(OpenShow show) {
      this.show = show;
      this.map = map(show);
      this.stream = StreamReader.of(client, show.id(), "?since=" + map.path("seq").asLong());
    }

    Map<String, String> picture() {
      List<JsonNode> frames = stream.frames();
      int resynced = (int) frames.stream().filter(Reader::isResync).count();
      if (resynced > resyncs) {
        resyncs = resynced;
        map = map(show);
      }
      Map<String, String> picture = statuses(map);
      long seq = map.path("seq").asLong();
      int seen = 0;
      for (JsonNode frame : frames) {
        seen += isResync(frame) ? 1 : 0;
        // A frame counts if it is later than the map and not of a time before the last RESYNC.
        if (frame.path("seq").asLong() > seq && seen >= resyncs) {
          for (JsonNode seat : frame.path("seats")) {
            picture.put(seat.path("seatId").asString(), seat.path("status").asString());
          }
        }
      }
      return picture;
    }

    void assertThatNumbersOnlyRise() {
      long seq = -1;
      for (JsonNode frame : stream.frames()) {
        long next = frame.path("seq").asLong();
        switch (frame.path("type").asString()) {
          case "SEAT_UPDATE" -> assertThat(next).isEqualTo(seq + 1);
          case "BEACON" -> assertThat(next).isEqualTo(seq);
          default -> assertThat(next).isGreaterThanOrEqualTo(seq);
        }
        seq = next;
      }
    }

    private static boolean isResync(JsonNode frame) {
      return frame.path("type").asString().equals("RESYNC");
    }
  }
}
