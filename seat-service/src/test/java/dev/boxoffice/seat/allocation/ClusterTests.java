package dev.boxoffice.seat.allocation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.seat.Crowd;
import dev.boxoffice.seat.OwnCluster;
import dev.boxoffice.seat.TestShows;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The service's Redis is a cluster of three masters, over which large shows are spread. */
@TestPropertySource(properties = "boxoffice.seat.locks.by-section-from=120")
@DirtiesContext
class ClusterTests extends HoldTest {
  private static final int MASTERS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final OwnCluster CLUSTER = OwnCluster.start();

  ClusterTests(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    super(client, shows, clock, jdbc, redis);
  }

  @DynamicPropertySource
  static void cluster(DynamicPropertyRegistry properties) {
    properties.add("spring.data.redis.cluster.nodes", CLUSTER::addresses);
    // The secret with the password, as the rest of the service has it.
    properties.add("spring.data.redis.url", () -> CLUSTER.master(0).url());
  }

  @Test
  void seatsAreHeldFreedAndShownOnWhicheverMasterTheirShowIs() throws IOException {
    for (int master = 0; master < MASTERS; master++) {
      OpenShow show = showOn(master);
      try (Events events = new Events(show)) {
        events.await("HELLO", show.id());
        String holdId = hold("asha", show, 1, 2).expect(201).field("holdId");
        assertThat(claims(show, 1, 2)).containsOnly(holdId);
        assertThat(CLUSTER.master(master).ownerOf(key(show, 2))).isEqualTo(holdId);
        events.await("HELD", show.seat(2));
        hold("ben", show, 0, 2).expect(409, "SEATS_UNAVAILABLE");
        assertThat(claims(show, 0)).containsOnlyNulls();

        release("asha", holdId).expect(204);
        assertThat(claims(show, 1, 2)).containsOnlyNulls();
        events.await("AVAILABLE", show.seat(2));
        letExpire(hold("ben", show, 2).expect(201).field("holdId"));
        String next = hold("chitra", show, 2).expect(201).field("holdId");
        assertThat(claims(show, 2)).containsOnly(next);
      }
      assertThat(violations(show)).isEmpty();
    }
  }

  @Test
  void theGuardCountsOnEveryMaster() {
    for (int master = 0; master < MASTERS; master++) {
      String user = userOn(master);
      OpenShow show = shows.open(1);
      for (int device = 0; device < 3; device++) {
        holdFrom("device-" + device, user, show, device).expect(201);
      }
      holdFrom("device-3", user, show, 3).expect(403, "TOO_MANY_DEVICES");
      assertThat(redis.opsForZSet().size("guard:{user:" + user + "}:devices")).isEqualTo(3);
    }
  }

  @Test
  void aMasterThatDiesLeavesItsShowsToTheDatabaseAndAllOthersAlone() throws IOException {
    List<OpenShow> others = List.of(showOn(0), showOn(1));
    OpenShow orphan = showOn(2);
    OpenShow wanted = showOn(2);
    try (Events events = new Events(others.getFirst())) {
      events.await("HELLO", others.getFirst().id());
      CLUSTER.master(2).kill();
      List<Answer> answers = Crowd.of(50, n -> hold("buyer-" + n, wanted, 0));

      assertThat(answers.stream().collect(groupingBy(ClusterTests::said, counting())))
          .isEqualTo(Map.of("201 ", 1L, "409 SEATS_UNAVAILABLE", 49L));
      for (int seat = 0; seat < 20; seat++) {
        hold("asha-" + seat, orphan, seat).expect(201);
        for (OpenShow other : others) {
          String holdId = hold("ben-" + seat, other, seat).expect(201).field("holdId");
          assertThat(claims(other, seat)).containsOnly(holdId);
        }
      }
      String holdId = hold("chitra", orphan, 20, 21).expect(201).field("holdId");
      hold("dev", orphan, 21).expect(409, "SEATS_UNAVAILABLE");
      release("chitra", holdId).expect(204);
      hold("dev", orphan, 21).expect(201);
      events.await("HELD", others.getFirst().seat(19));
    } finally {
      CLUSTER.startAgain(2);
    }
    AtomicInteger next = new AtomicInteger(22);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              int seat = next.getAndIncrement();
              String holdId = hold("emil-" + seat, orphan, seat).expect(201).field("holdId");
              return holdId.equals(CLUSTER.master(2).ownerOf(key(orphan, seat)));
            });
    Stream.concat(others.stream(), Stream.of(orphan, wanted))
        .forEach(show -> assertThat(violations(show)).isEmpty());
  }

  @Test
  void aLargeShowIsClaimedSectionBySection() {
    OpenShow show = large();
    String holdId = hold("asha", show, 0, 1, 110).expect(201).field("holdId");

    assertThat(claimsBySection(show, 0, 1, 110)).containsOnly(holdId);
    assertThat(claims(show, 0, 1, 110)).containsOnlyNulls();
    client.as("asha").post("/v1/bookings/hold/" + holdId + "/extend").expect(200);
    for (int seat : List.of(0, 110)) {
      assertThat(redis.getExpire(keyBySection(show, seat)))
          .isGreaterThan(Duration.ofMinutes(11).toSeconds());
    }
    hold("ben", show, 109, 110).expect(409, "SEATS_UNAVAILABLE");
    release("asha", holdId).expect(204);
    assertThat(claimsBySection(show, 0, 1, 110)).containsOnlyNulls();
    hold("ben", show, 0, 109, 110).expect(201);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void aClaimThatOneSectionRefusesIsUndoneInTheOther() {
    OpenShow show = large();
    // Standing comes before the stalls, or after, as their ids will have it.
    boolean stallsFirst = keyBySection(show, 0).compareTo(keyBySection(show, 110)) < 0;
    int first = stallsFirst ? 0 : 110;
    int second = stallsFirst ? 110 : 0;
    // Somebody whose hold is just being written.
    redis
        .opsForValue()
        .set(keyBySection(show, second), UUID.randomUUID().toString(), Duration.ofMinutes(1));

    hold("asha", show, first, second).expect(409, "SEATS_UNAVAILABLE");

    assertThat(claimsBySection(show, first)).containsOnlyNulls();
    hold("ben", show, first).expect(201);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void ofManyWhoWantTheSameSeatsInTwoSectionsOneGetsThem() {
    OpenShow show = large();

    List<Answer> answers =
        Crowd.of(60, n -> n % 2 == 0 ? hold("b-" + n, show, 5, 115) : hold("b-" + n, show, 115, 5));

    assertThat(answers.stream().collect(groupingBy(ClusterTests::said, counting())))
        .isEqualTo(Map.of("201 ", 1L, "409 SEATS_UNAVAILABLE", 59L));
    assertThat(violations(show)).isEmpty();
  }

  private Answer holdFrom(String device, String user, OpenShow show, int seat) {
    return client
        .as(user)
        .with("X-Device-Id", user + device)
        .post("/v1/bookings/hold", Map.of("showId", show.id(), "seatIds", show.seats(seat)));
  }

  /** A hundred seats in the stalls and thirty places to stand. */
  private OpenShow large() {
    return shows.openLayout(TestShows.layout(10, 10, 30));
  }

  private OpenShow showOn(int master) {
    UUID showId =
        Stream.generate(UUID::randomUUID)
            .filter(id -> OwnCluster.masterOf(id.toString()) == master)
            .findFirst()
            .orElseThrow();
    return shows.await(shows.publish(showId, TestShows.layout(6, 10, 0), Map.of()));
  }

  private static String userOn(int master) {
    return Stream.generate(() -> "user-" + UUID.randomUUID())
        .filter(user -> OwnCluster.masterOf("user:" + user) == master)
        .findFirst()
        .orElseThrow();
  }

  private static String said(Answer answer) {
    return answer.status() + " " + answer.code();
  }

  private static String key(OpenShow show, int seat) {
    return "seat:{" + show.id() + "}:" + show.seat(seat);
  }

  private String keyBySection(OpenShow show, int seat) {
    UUID section =
        jdbc.sql("select section_id from seats where show_id = :show and seat_index = :seat")
            .param("show", show.showId().value())
            .param("seat", seat)
            .query(UUID.class)
            .single();
    return "seat:{" + show.id() + ":" + section + "}:" + show.seat(seat);
  }

  private List<String> claims(OpenShow show, int... seats) {
    return IntStream.of(seats)
        .mapToObj(seat -> redis.opsForValue().get(key(show, seat)))
        .collect(Collectors.toList());
  }

  private List<String> claimsBySection(OpenShow show, int... seats) {
    return IntStream.of(seats)
        .mapToObj(seat -> redis.opsForValue().get(keyBySection(show, seat)))
        .collect(Collectors.toList());
  }

  /** What a show's stream says, event by event. */
  private final class Events implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final InputStream body;

    Events(OpenShow show) {
      body = client.listen("/v1/shows/" + show.id() + "/events").body();
      var _ = Thread.ofVirtual().start(this::read);
    }

    void await(String... words) {
      Awaitility.await(String.join(" ", words) + " among " + lines)
          .atMost(PATIENCE)
          .until(() -> lines.stream().anyMatch(line -> Stream.of(words).allMatch(line::contains)));
    }

    @Override
    public void close() throws IOException {
      body.close();
    }

    private void read() {
      try {
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))
            .lines()
            .forEach(lines::add);
      } catch (UncheckedIOException _) {
        // Closing it is how one stops listening.
      }
    }
  }
}
