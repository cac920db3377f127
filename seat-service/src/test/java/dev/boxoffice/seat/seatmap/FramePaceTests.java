package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.allocation.hold.SeatStatus;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often there are frames; here so seldom that none becomes due while a test looks. */
class FramePaceTests extends SeatMapTest {
  private static final SeatMapSettings SELDOM =
      new SeatMapSettings(
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          100,
          4,
          512,
          Duration.ofDays(2),
          64,
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(5),
          1000,
          134_217_728);

  private final FrameSequence sequence;
  private OpenShow show;

  FramePaceTests(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    super(client, shows, clock, jdbc, redis);
    this.sequence = new FrameSequence(redis, SELDOM, clock);
    this.show = this.shows.open(2);
  }

  @BeforeEach
  void beginASequence() {
    show = shows.open(2);
    // Reading the map begins a sequence; nobody watches yet.
    assertThat(map(show).path("seq").asLong()).isNotNegative();
  }

  @Test
  void makesOneFrameOfWhatComesTooSoon() {
    assertThat(framed(publish(change(0, 1)))).hasSize(1);

    assertThat(waitOf(publish(change(1, 1)))).isPositive();
    assertThat(waitOf(publish(change(2, 1), change(1, 2)))).isPositive();
    makeDue();

    assertThat(framed(publish()))
        .singleElement()
        .extracting(Frame::changes)
        .asInstanceOf(InstanceOfAssertFactories.list(SeatChange.class))
        .containsExactlyInAnyOrder(change(1, 2), change(2, 1));
  }

  @Test
  void saysWhenTheNextFrameIsDue() {
    assertThat(framed(publish(change(0, 1)))).hasSize(1);

    assertThat(waitOf(publish(change(1, 1))))
        .isPositive()
        .isLessThanOrEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void makesFewerFramesTheMoreWatchAtAllInstances() {
    // 100 sends a second: 30,000 watchers get a frame in 300 seconds.
    report(10_000, sequence);
    report(20_000, new FrameSequence(redis, SELDOM, Clock.systemUTC()));
    assertThat(framed(publish(change(0, 1)))).hasSize(1);

    assertThat(waitOf(publish(change(1, 1))))
        .isBetween(Duration.ofSeconds(290), Duration.ofSeconds(300));
  }

  @Test
  void neverWaitsLongerThanAllowed() {
    report(1_000_000, sequence);
    assertThat(framed(publish(change(0, 1)))).hasSize(1);

    assertThat(waitOf(publish(change(1, 1))))
        .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
  }

  @Test
  void splitsWhatDoesNotFitIntoFramesThatFollowEachOther() {
    assertThat(framed(publish(change(9, 1)))).hasSize(1);
    assertThat(
            waitOf(publish(change(0, 1), change(1, 1), change(2, 1), change(3, 1), change(4, 1))))
        .isPositive();
    makeDue();

    List<Frame> frames = framed(publish());

    assertThat(frames).extracting(frame -> frame.changes().size()).containsExactly(4, 1);
    assertThat(frames.getLast().seq()).isEqualTo(frames.getFirst().seq() + 1);
    assertThat(frames.getLast().previousLink()).isEqualTo(frames.getFirst().link());
  }

  @Test
  void dropsWhatWaitsWhenItIsNoNews() {
    assertThat(framed(publish(change(0, 2)))).hasSize(1);

    assertThat(publish(change(0, 1)))
        .isEqualTo(new FrameSequence.Published(List.of(), Duration.ZERO));
  }

  private void report(int watchers, FrameSequence instance) {
    assertThat(instance.read(show.showId(), 20, -1, PublishedSeats.NO_LINK, watchers)).isNotNull();
  }

  private void makeDue() {
    redis.opsForHash().put(FrameSequence.keys(show.showId()).getFirst(), "due", "0");
  }

  private FrameSequence.Published publish(SeatChange... changes) {
    return sequence.publish(show.showId(), List.of(changes));
  }

  private static List<Frame> framed(FrameSequence.Published published) {
    assertThat(published.dueIn()).isZero();
    return published.frames();
  }

  private static Duration waitOf(FrameSequence.Published published) {
    assertThat(published.frames()).isEmpty();
    return published.dueIn();
  }

  private static SeatChange change(int seat, int version) {
    return new SeatChange(seat, SeatStatus.BLOCKED, version);
  }
}
