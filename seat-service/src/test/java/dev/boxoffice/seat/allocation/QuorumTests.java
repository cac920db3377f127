package dev.boxoffice.seat.allocation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.seat.Crowd;
import dev.boxoffice.seat.OwnRedis;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Three independent Redis servers keep claims; they die, hang, forget and come back. */
@DirtiesContext
class QuorumTests extends HoldTest {
  private static final int NODES = 3;
  private static final int BUYERS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A claim whose hold is being written lasts ten seconds. */
  private static final Duration SOONER_THAN_IT_ENDS = Duration.ofSeconds(5);

  private static List<OwnRedis> nodes = List.of();

  private final Clock clock;

  QuorumTests(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    super(client, shows, clock, jdbc, redis);
    this.clock = clock;
  }

  @DynamicPropertySource
  static void nodes(DynamicPropertyRegistry properties) {
    nodes = Stream.generate(OwnRedis::start).limit(NODES).toList();
    properties.add(
        "boxoffice.seat.locks.nodes",
        () -> nodes.stream().map(OwnRedis::address).collect(Collectors.joining(",")));
    properties.add("boxoffice.seat.locks.password", () -> OwnRedis.PASSWORD);
  }

  /** All three are asked, and answer, before each test. */
  @BeforeEach
  void mend() {
    nodes.stream().filter(node -> !node.isAlive()).forEach(OwnRedis::startEmpty);
    nodes.forEach(OwnRedis::goOn);
    OpenShow show = shows.open(20);
    AtomicInteger next = new AtomicInteger();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              int seat = next.getAndIncrement();
              String holdId = hold("mender-" + seat, show, seat).expect(201).field("holdId");
              return claims(show, seat).equals(List.of(holdId, holdId, holdId));
            });
  }

  @Test
  void aSeatIsClaimedOnAllNodesAndFreedOnAll() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1, 2).expect(201).field("holdId");

    assertThat(claims(show, 1)).containsOnly(holdId);
    assertThat(claims(show, 2)).containsOnly(holdId);
    for (OwnRedis node : nodes) {
      assertThat(node.<Long>ask(it -> it.pttl(key(show, 1))))
          .isBetween(Duration.ofMinutes(5).toMillis(), Duration.ofMinutes(10).toMillis());
    }
    assertThat(redis.hasKey(key(show, 1))).isFalse();
    hold("ben", show, 0, 1).expect(409, "SEATS_UNAVAILABLE");
    assertThat(claims(show, 0)).containsOnly(OwnRedis.NOBODY);
    release("asha", holdId).expect(204);
    await()
        .atMost(SOONER_THAN_IT_ENDS)
        .untilAsserted(() -> assertThat(claims(show, 1)).containsOnly(OwnRedis.NOBODY));
    hold("ben", show, 0, 1).expect(201);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void whatAMinorityGrantsIsUndone() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1).expect(201).field("holdId");
    assertThat(nodes.get(2).<Long>ask(it -> it.del(key(show, 1)))).isEqualTo(1);

    hold("ben", show, 0, 1).expect(409, "SEATS_UNAVAILABLE");

    await()
        .atMost(SOONER_THAN_IT_ENDS)
        .untilAsserted(
            () -> {
              assertThat(claims(show, 0)).containsOnly(OwnRedis.NOBODY);
              assertThat(claims(show, 1)).containsExactly(holdId, holdId, OwnRedis.NOBODY);
            });
    hold("chitra", show, 0).expect(201);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void nobodyNoticesThatOneNodeDiesAndAnotherForgetsInTheMiddleOfTheSale() {
    int seats = BUYERS / 4;
    OpenShow show = shows.open(seats / 10);
    AtomicInteger answered = new AtomicInteger();

    List<Answer> answers =
        Crowd.of(
            BUYERS,
            n -> {
              Answer answer = hold("buyer-" + n, show, n % seats);
              int soFar = answered.incrementAndGet();
              if (soFar == BUYERS / 4) {
                nodes.get(0).kill();
              } else if (soFar == BUYERS / 2) {
                nodes.get(1).kill();
                nodes.get(1).startEmpty();
              }
              return answer;
            });

    assertThat(answers.stream().collect(groupingBy(QuorumTests::said, counting())))
        .containsOnlyKeys("201 ", "409 SEATS_UNAVAILABLE")
        .containsEntry("201 ", (long) seats);
    assertThat(violations(show)).isEmpty();
    // The survivors go on refusing early, and learn again what one of them has forgotten.
    OpenShow next = shows.open(20);
    AtomicInteger seat = new AtomicInteger();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              int index = seat.getAndIncrement();
              hold("asha-" + index, next, index).expect(201);
              hold("ben-" + index, next, index).expect(409, "SEATS_UNAVAILABLE");
              return !claim(1, next, index).equals(OwnRedis.NOBODY)
                  && !claim(2, next, index).equals(OwnRedis.NOBODY);
            });
  }

  @Test
  void ofTwoHundredBuyersOneGetsTheSeat() {
    OpenShow show = shows.open(1);

    List<Answer> answers = Crowd.of(BUYERS, n -> hold("buyer-" + n, show, 0));

    assertThat(answers.stream().collect(groupingBy(QuorumTests::said, counting())))
        .containsOnlyKeys("201 ", "409 SEATS_UNAVAILABLE")
        .containsEntry("201 ", 1L);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void aNodeThatHangsHoldsNobodyUp() {
    int holds = 150;
    OpenShow show = shows.open(holds / 10);
    nodes.get(2).hang();
    Instant began = clock.instant();

    IntStream.range(0, holds).forEach(n -> hold("buyer-" + n, show, n).expect(201));

    // If each had waited for the node, for a claim and to keep it, it would have taken a minute.
    assertThat(Duration.between(began, clock.instant())).isLessThan(Duration.ofSeconds(25));
    hold("late", show, 7).expect(409, "SEATS_UNAVAILABLE");
    assertThat(claim(0, show, 149)).isEqualTo(claim(1, show, 149)).isNotEqualTo(OwnRedis.NOBODY);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void withoutAMajorityTheDatabaseDecidesAlone() {
    OpenShow show = shows.open(1);
    OpenShow other = shows.open(1);
    nodes.get(0).kill();
    nodes.get(1).kill();

    List<Answer> answers = Crowd.of(50, n -> hold("buyer-" + n, show, 0));

    assertThat(answers.stream().collect(groupingBy(QuorumTests::said, counting())))
        .containsOnlyKeys("201 ", "409 SEATS_UNAVAILABLE")
        .containsEntry("201 ", 1L);
    String holdId = hold("asha", other, 1, 2).expect(201).field("holdId");
    hold("ben", other, 2, 3).expect(409, "SEATS_UNAVAILABLE");
    release("asha", holdId).expect(204);
    hold("ben", other, 2, 3).expect(201);
    assertThat(violations(show)).isEmpty();
    assertThat(violations(other)).isEmpty();
    assertThat(
            TestClient.at(URI.create(client.baseUrl()))
                .get("/actuator/health")
                .expect(200)
                .field("status"))
        .isEqualTo("UP");
  }

  @Test
  void whatOneNodeRemembersOfOldRefusesNobody() {
    OpenShow show = shows.open(1);
    String old = UUID.randomUUID().toString();
    for (int seat = 0; seat < 3; seat++) {
      plant(0, show, seat, old);
    }

    String holdId = hold("asha", show, 0).expect(201).field("holdId");
    assertThat(claims(show, 0)).containsExactly(old, holdId, holdId);
    nodes.get(1).kill();
    hold("ben", show, 1).expect(201);
    nodes.get(2).kill();
    hold("chitra", show, 2).expect(201);

    assertThat(violations(show)).isEmpty();
  }

  private static String said(Answer answer) {
    return answer.status() + " " + answer.code();
  }

  private static String key(OpenShow show, int seat) {
    return "seat:{" + show.id() + "}:" + show.seat(seat);
  }

  private static void plant(int node, OpenShow show, int seat, String owner) {
    String answer =
        nodes
            .get(node)
            .ask(it -> it.psetex(key(show, seat), Duration.ofMinutes(10).toMillis(), owner));
    assertThat(answer).isEqualTo("OK");
  }

  /** Who has claimed a seat, as each node has it. */
  private static List<String> claims(OpenShow show, int seat) {
    return nodes.stream().map(node -> node.ownerOf(key(show, seat))).toList();
  }

  private static String claim(int node, OpenShow show, int seat) {
    return nodes.get(node).ownerOf(key(show, seat));
  }
}
