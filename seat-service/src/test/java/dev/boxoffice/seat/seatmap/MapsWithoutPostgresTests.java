package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.defaults.problem.ProblemWriter;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Postgres is gone: maps are refused for now, in the words of the contract. */
class MapsWithoutPostgresTests extends SeatMapTest {
  private final AtomicReference<Instant> now = new AtomicReference<>();
  private final LosableDatabase database;
  private final JsonMapper json;
  private final ReadyMaps maps;

  MapsWithoutPostgresTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      DataSource dataSource,
      FrameSequence sequence,
      SeatMapSettings settings,
      JsonMapper json,
      MapFiles files,
      ProblemWriter problems) {
    super(client, shows, clock, jdbc, redis);
    this.json = json;
    now.set(clock.instant());
    Clock standing = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    database = new LosableDatabase(dataSource);
    SeatMapLedger ledger = new SeatMapLedger(JdbcClient.create(database));
    SeatPlans plans = new SeatPlans(ledger, json, settings, standing);
    ShowFeeds feeds = new ShowFeeds(plans, sequence, ledger, settings, standing);
    maps = new ReadyMaps(feeds, files, problems, new SimpleMeterRegistry(), standing);
  }

  /** A data source whose server can be out of reach. */
  private static final class LosableDatabase extends DelegatingDataSource {
    private volatile boolean lost;

    LosableDatabase(DataSource target) {
      super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (lost) {
        throw new SQLException("nobody answers", "08001");
      }
      return super.getConnection();
    }
  }

  @Test
  void refusesAShowThatIsNotKnownYet() throws IOException, ServletException {
    database.lost = true;

    assertUnavailable(ask("/v1/shows/" + UUID.randomUUID() + "/availability"));
  }

  @Test
  void refusesAPictureThatIsTooOldAndRecovers() throws IOException, ServletException {
    OpenShow show = shows.open(1);
    String path = mapPath(show);
    assertThat(ask(path).getStatus()).isEqualTo(200);

    database.lost = true;
    assertThat(ask(path).getStatus()).as("still fresh").isEqualTo(200);
    Instant later = now.updateAndGet(before -> before.plusSeconds(2));
    assertThat(later).isAfter(Instant.EPOCH);
    assertUnavailable(ask(path));

    database.lost = false;
    assertThat(ask(path).getStatus()).isEqualTo(200);
  }

  private MockHttpServletResponse ask(String path) throws IOException, ServletException {
    MockHttpServletResponse response = new MockHttpServletResponse();
    MockFilterChain rest = new MockFilterChain();
    maps.doFilter(new MockHttpServletRequest("GET", path), response, rest);
    assertThat(rest.getRequest()).as("what went on to the rest").isNull();
    return response;
  }

  private void assertUnavailable(MockHttpServletResponse response) {
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    assertThat(response.getHeader("Retry-After")).isEqualTo("1");
    JsonNode problem = json.readTree(response.getContentAsByteArray());
    assertThat(problem.path("code").asString()).isEqualTo("UNAVAILABLE");
    assertThat(problem.path("status").asInt()).isEqualTo(503);
    assertThat(problem.path("traceId").asString()).isNotEmpty();
    assertThat(problem.toString()).doesNotContain("nobody answers");
  }
}
