package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.allocation.hold.SeatStatus;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Readers that are slow, dead, or speak their mind. */
class StreamReadersTests extends StreamTest {
  private static final int ROWS = 100;
  private static final int SEATS = 10 * ROWS;
  private static final int FRAMES_MAX = 2000;

  private final FrameSequence sequence;
  private final ShowFeeds feeds;
  private final int port;

  StreamReadersTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      FrameSequence sequence,
      ShowFeeds feeds,
      @Value("${local.server.port}") int port) {
    super(client, shows, clock, jdbc, redis);
    this.sequence = sequence;
    this.feeds = feeds;
    this.port = port;
  }

  @Test
  void letsGoOfAReaderWhoLeavesPingsUnanswered() throws IOException {
    OpenShow show = shows.open(1);
    try (RawSocket dead = socket(show)) {
      List<String> all = untilClosed(dead);

      assertThat(all.getFirst()).contains("HELLO");
      assertThat(all).contains("ping");
      assertThat(all.get(all.size() - 2)).contains("RESYNC");
      assertThat(all.getLast()).isEqualTo("close 1001");
    }
  }

  @Test
  void keepsAReaderWhoAnswers() {
    OpenShow show = shows.open(1);
    try (StreamReader reader = StreamReader.of(client, show.id(), "")) {
      // Twice as long as a reader may be silent.
      await().atMost(Duration.ofSeconds(20)).until(() -> reader.frames("BEACON").size() >= 20);

      assertThat(reader.frames("RESYNC")).isEmpty();
    }
  }

  @Test
  void aReaderWhoDoesNotReadCostsNobodyElseAnythingAndIsSentAway() throws IOException {
    OpenShow show = shows.open(ROWS);
    ShowFeed feed = feeds.find(show.showId());
    assertThat(feed).isNotNull();
    try (RawSocket slow = socket(show);
        StreamReader other = StreamReader.of(client, show.id(), "?format=compact")) {
      other.awaitType("HELLO");
      await().until(() -> feed.stream().watcherCount() == 2);
      int frames = 0;
      while (!isBehind(feed) && frames < FRAMES_MAX) {
        frames++;
        int version = frames;
        assertThat(sequence.publish(show.showId(), changes(version)).frames()).hasSize(1);
        slow.pong();
        // One at a time, as the other is to get each of them.
        await()
            .atMost(Duration.ofSeconds(20))
            .pollInterval(Duration.ofMillis(2))
            .until(() -> updates(other) == version);
      }

      assertThat(frames).isLessThan(FRAMES_MAX);
      assertThat(other.frames("SEAT_UPDATE")).hasSize(frames);
      assertThat(other.frames("RESYNC")).isEmpty();
      List<String> all = untilClosed(slow);
      assertThat(all.get(all.size() - 2)).contains("RESYNC");
      assertThat(all.getLast()).isEqualTo("close 1013");
      assertThat(all.stream().filter(text -> text.contains("SEAT_UPDATE")).count())
          .isLessThan(frames);
    }
  }

  @Test
  void answersACloseAndEnds() throws IOException {
    OpenShow show = shows.open(1);
    try (RawSocket reader = socket(show)) {
      assertThat(reader.next()).contains("HELLO");
      // Masked by zeroes: a close with the code 1000.
      reader.write(0x88, 0x82, 0, 0, 0, 0, 3, 0xE8);

      assertThat(untilClosed(reader).getLast()).isEqualTo("close 1000");
      assertThat(reader.isClosedByServer()).isTrue();
    }
  }

  @Test
  void refusesAReaderWhoBreaksTheProtocol() throws IOException {
    OpenShow show = shows.open(1);
    try (RawSocket reader = socket(show)) {
      assertThat(reader.next()).contains("HELLO");
      // Not masked.
      reader.write(0x81, 0);

      assertThat(untilClosed(reader).getLast()).isEqualTo("close 1002");
    }
  }

  private RawSocket socket(OpenShow show) throws IOException {
    return new RawSocket(port, "/v1/shows/" + show.id() + "/stream");
  }

  private static boolean isBehind(ShowFeed feed) {
    return feed.stream().watchers().stream().anyMatch(Watcher::isEnding);
  }

  private static List<SeatChange> changes(int version) {
    return IntStream.range(0, SEATS)
        .mapToObj(seat -> new SeatChange(seat, SeatStatus.BLOCKED, version))
        .toList();
  }

  private static long updates(StreamReader reader) {
    return reader.texts().stream().filter(text -> text.contains("SEAT_UPDATE")).count();
  }

  private static List<String> untilClosed(RawSocket reader) throws IOException {
    List<String> all = new ArrayList<>();
    do {
      all.add(reader.next());
    } while (!all.getLast().startsWith("close "));
    return all;
  }
}
