package dev.boxoffice.seat.seatmap;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.Crowd;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.ShowId;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What reading maps costs Postgres, by a clock that stands still between steps. */
class MapReadsCostTests extends SeatMapTest {
  private static final int READERS = 100;

  private final AtomicReference<Instant> now = new AtomicReference<>();
  private final CountedStatements database;
  private final ShowFeeds feeds;

  MapReadsCostTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      DataSource dataSource,
      FrameSequence sequence,
      SeatMapSettings settings,
      JsonMapper json) {
    super(client, shows, clock, jdbc, redis);
    now.set(clock.instant());
    database = new CountedStatements(dataSource);
    SeatMapLedger ledger = new SeatMapLedger(JdbcClient.create(database));
    Clock standing = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    feeds =
        new ShowFeeds(
            new SeatPlans(ledger, json, settings, standing), sequence, ledger, settings, standing);
  }

  @Test
  void isOneStatementASecondWhateverTheRate() {
    OpenShow show = shows.open(2);
    readByMany(show);
    int cold = database.statements().size();
    assertThat(cold).as("the show, its sections, its seats, and their states").isLessThan(8);

    for (int second = 1; second <= 5; second++) {
      pass(ofMillis(1001));
      readByMany(show);
      pass(ofMillis(900));
      readByMany(show);

      assertThat(database.statements()).hasSize(cold + second);
    }
    assertThat(database.statements().subList(cold, cold + 5))
        .allMatch(s -> s.contains("seat_state"));
  }

  @Test
  void isTheSameForAllFormsOfTheMap() {
    OpenShow show = shows.open(2);
    readByMany(show);
    int before = database.statements().size();
    MapSnapshot snapshot = feed(show).current();

    assertThat(Encoding.values()).allMatch(Encoding::available);
    for (Encoding encoding : Encoding.values()) {
      for (MapSnapshot.Form form : MapSnapshot.Form.values()) {
        byte[] body = snapshot.body(form, MapSnapshot.ALL_SECTIONS, encoding);
        assertThat(snapshot.body(form, MapSnapshot.ALL_SECTIONS, encoding)).isSameAs(body);
      }
    }

    assertThat(database.statements()).hasSize(before);
    assertThat(snapshot.bodiesMade()).isEqualTo(9);
  }

  @Test
  void isOneStatementASecondForAShowThatNobodyKnows() {
    ShowId unknown = new ShowId(UUID.randomUUID());

    var found = Crowd.of(READERS, _ -> feeds.find(unknown) == null);

    assertThat(found).containsOnly(true);
    assertThat(database.statements()).hasSize(1);

    pass(ofMillis(1001));
    assertThat(feeds.find(unknown)).isNull();
    assertThat(database.statements()).hasSize(2);
  }

  private void readByMany(OpenShow show) {
    List<MapSnapshot> read = Crowd.of(READERS, _ -> feed(show).current());
    assertThat(read).hasSize(READERS);
  }

  private ShowFeed feed(OpenShow show) {
    return Objects.requireNonNull(feeds.find(show.showId()));
  }

  private void pass(Duration time) {
    Instant after = now.updateAndGet(before -> before.plus(time));
    assertThat(after).isAfter(Instant.EPOCH);
  }
}
