package dev.boxoffice.seat.guard;

import static dev.boxoffice.seat.guard.TestGuard.PLENTY;
import static dev.boxoffice.seat.guard.TestGuard.askingFrom;
import static dev.boxoffice.seat.guard.TestGuard.newAddress;
import static dev.boxoffice.seat.guard.TestGuard.newUser;
import static dev.boxoffice.seat.guard.TestGuard.on;
import static dev.boxoffice.seat.guard.TestGuard.settings;
import static dev.boxoffice.seat.guard.TestGuard.solving;
import static dev.boxoffice.seat.guard.TestGuard.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.seat.Crowd;
import dev.boxoffice.seat.SeatTest;
import dev.boxoffice.seat.guard.GuardSettings.Rate;
import dev.boxoffice.seat.guard.VisitorOutcome.ChallengeRequired;
import dev.boxoffice.seat.guard.VisitorOutcome.Passed;
import dev.boxoffice.seat.guard.VisitorOutcome.RateLimited;
import dev.boxoffice.seat.guard.VisitorOutcome.TooManyDevices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The guard's rules on a real Redis, also where several instances count together. */
class CheckVisitorTests implements SeatTest {
  private static final Rate TEN = new Rate(10, 1);
  private static final Passed PASSED = new Passed();

  private final StringRedisTemplate redis;
  private final Clock clock;
  private final TestGuard lenient;
  private final TestGuard another;

  CheckVisitorTests(StringRedisTemplate redis, Clock clock) {
    this.redis = redis;
    this.clock = clock;
    this.lenient = TestGuard.of(redis, settings(PLENTY, PLENTY, PLENTY), clock);
    this.another = TestGuard.of(redis, settings(PLENTY, PLENTY, PLENTY), clock);
  }

  @Test
  void neverLetsMoreThanABurstThroughWhicheverInstanceIsAsked() {
    List<TestGuard> instances =
        List.of(
            TestGuard.of(redis, settings(TEN, PLENTY, PLENTY), clock),
            TestGuard.of(redis, settings(TEN, PLENTY, PLENTY), clock));
    String user = newUser();
    Instant start = clock.instant();

    List<VisitorOutcome> outcomes = Crowd.of(100, n -> instances.get(n % 2).ask(visitor(user)));

    long gained = Duration.between(start, clock.instant()).toSeconds() + 1;
    assertThat(outcomes.stream().filter(PASSED::equals).count()).isBetween(10L, 10 + gained);
    assertThat(outcomes).allMatch(one -> one.equals(PASSED) || one instanceof RateLimited);
  }

  @Test
  void saysWhenTheNextAttemptIsAllowedAndThenAllowsIt() {
    TestGuard guard = TestGuard.of(redis, settings(new Rate(2, 4), PLENTY, PLENTY), clock);
    String user = newUser();
    while (guard.ask(visitor(user)).equals(PASSED)) {
      assertThat(redis.hasKey("guard:{user:" + user + "}:bucket")).isTrue();
    }

    assertThat(guard.ask(visitor(user)))
        .isInstanceOfSatisfying(
            RateLimited.class,
            refusal -> {
              assertThat(refusal.quota().limit()).isEqualTo(2);
              assertThat(refusal.quota().remaining()).isZero();
              assertThat(refusal.quota().untilNext()).isBetween(Duration.ZERO, ofMillis(250));
              assertThat(refusal.quota().untilFull()).isBetween(ofMillis(250), ofMillis(500));
            });
    await().until(() -> guard.ask(visitor(user)).equals(PASSED));
  }

  @Test
  void limitsAnAddressWhoeverAsks() {
    TestGuard guard = TestGuard.of(redis, settings(PLENTY, TEN, PLENTY), clock);
    String network = newAddress().replace("::1", "::");
    Instant start = clock.instant();

    List<VisitorOutcome> outcomes =
        Crowd.of(50, n -> guard.ask(askingFrom(newUser(), network + n)));

    long gained = Duration.between(start, clock.instant()).toSeconds() + 1;
    assertThat(outcomes.stream().filter(PASSED::equals).count()).isBetween(10L, 10 + gained);
    assertThat(guard.ask(askingFrom(newUser(), newAddress()))).isEqualTo(PASSED);
  }

  @Test
  void limitsADeviceWhoeverUsesIt() {
    TestGuard guard = TestGuard.of(redis, settings(PLENTY, PLENTY, TEN), clock);
    String device = newUser();
    Instant start = clock.instant();

    List<VisitorOutcome> outcomes = Crowd.of(50, n -> guard.ask(on(newUser(), device)));

    long gained = Duration.between(start, clock.instant()).toSeconds() + 1;
    assertThat(outcomes.stream().filter(PASSED::equals).count()).isBetween(10L, 10 + gained);
  }

  @Test
  void aUserWhoDoesNotListenEmptiesNobodyElsesBucket() {
    TestGuard guard = TestGuard.of(redis, settings(new Rate(3, 1), TEN, PLENTY), clock);
    String address = newAddress();
    String robot = newUser();

    List<VisitorOutcome> robots =
        List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14).stream()
            .map(_ -> guard.ask(askingFrom(robot, address)))
            .toList();

    assertThat(robots).anyMatch(RateLimited.class::isInstance);
    for (int n = 0; n < 4; n++) {
      assertThat(guard.ask(askingFrom(newUser(), address))).isEqualTo(PASSED);
    }
  }

  @Test
  void allowsThreeDevicesAndNoOther() {
    String user = newUser();
    for (String device : List.of("phone", "tablet", "laptop", "phone")) {
      assertThat(lenient.ask(on(user, device))).isEqualTo(PASSED);
    }

    assertThat(another.ask(on(user, "fourth"))).isEqualTo(new TooManyDevices(3));
    assertThat(lenient.ask(on(user, "tablet"))).isEqualTo(PASSED);
    assertThat(lenient.ask(visitor(user))).isEqualTo(PASSED);
    assertThat(lenient.ask(on(newUser(), "fourth"))).isEqualTo(PASSED);
  }

  @Test
  void countsDevicesOnceHoweverManyComeAtOnce() {
    String user = newUser();

    List<VisitorOutcome> outcomes = Crowd.of(40, n -> lenient.ask(on(user, "device-" + n)));

    assertThat(outcomes.stream().filter(PASSED::equals)).hasSize(3);
  }

  @Test
  void wantsAProofAfterTooManyRefusalsWhereverTheyWereGiven() {
    String user = newUser();
    lenient.refuse(user, 3);
    assertThat(lenient.ask(visitor(user))).isEqualTo(PASSED);
    another.refuse(user, 2);

    ChallengeRequired refusal = challenged(another, user);

    assertThat(challenged(lenient, user).challenge().salt())
        .isNotEqualTo(refusal.challenge().salt());
    String solution = ProofOfWork.solve(refusal.challenge());
    assertThat(lenient.ask(solving(user, solution))).isEqualTo(PASSED);
    assertThat(another.ask(visitor(user))).isEqualTo(PASSED);
  }

  @Test
  void takesAProofOnceOverAllInstances() {
    String user = newUser();
    lenient.refuse(user, 5);
    String solution = ProofOfWork.solve(challenged(lenient, user).challenge());
    assertThat(lenient.ask(solving(user, solution))).isEqualTo(PASSED);
    lenient.refuse(user, 5);

    assertThat(lenient.ask(solving(user, solution))).isInstanceOf(ChallengeRequired.class);
    assertThat(another.ask(solving(user, solution))).isInstanceOf(ChallengeRequired.class);
  }

  @Test
  void takesAProofOnceHoweverOftenItIsShownAtOnce() {
    String user = newUser();
    lenient.refuse(user, 5);
    String solution = ProofOfWork.solve(challenged(lenient, user).challenge());
    redis.opsForValue().set("guard:{user:" + user + "}:solution:" + saltOf(solution), "1");

    List<VisitorOutcome> outcomes = Crowd.of(20, n -> lenient.ask(solving(user, solution)));

    assertThat(outcomes).allMatch(ChallengeRequired.class::isInstance);
  }

  @Test
  void takesNobodyElsesProof() {
    String user = newUser();
    String friend = newUser();
    lenient.refuse(user, 5);
    lenient.refuse(friend, 5);
    assertThat(lenient.ask(visitor(user))).isInstanceOf(ChallengeRequired.class);

    String solution = ProofOfWork.solve(challenged(lenient, friend).challenge());

    assertThat(lenient.ask(solving(user, solution))).isInstanceOf(ChallengeRequired.class);
    assertThat(lenient.ask(solving(friend, solution))).isEqualTo(PASSED);
  }

  @Test
  void sendsAwayWhoKeepsLettingHoldsExpire() {
    String user = newUser();
    Instant now = clock.instant();
    String once = UUID.randomUUID().toString();
    for (int n = 0; n < 5; n++) {
      assertThat(lenient.counters().countExpired(user, once, now)).isFalse();
    }
    assertThat(lenient.counters().countExpired(user, "long ago", now.minusSeconds(3600))).isFalse();
    assertThat(lenient.counters().countExpired(user, "second", now)).isFalse();
    assertThat(lenient.ask(visitor(user))).isEqualTo(PASSED);

    assertThat(lenient.counters().countExpired(user, "third", now)).isTrue();

    assertThat(another.ask(visitor(user)))
        .isInstanceOfSatisfying(
            RateLimited.class,
            refusal ->
                assertThat(refusal.quota().untilNext())
                    .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5)));
  }

  @Test
  void refusesInTheOrderOfTheContract() {
    TestGuard guard = TestGuard.of(redis, settings(new Rate(4, 1), PLENTY, PLENTY), clock);
    String user = newUser();
    for (String device : List.of("a", "b", "c")) {
      assertThat(guard.ask(on(user, device))).isEqualTo(PASSED);
    }
    guard.refuse(user, 5);

    assertThat(guard.ask(on(user, "d"))).isInstanceOf(TooManyDevices.class);
    await().until(() -> guard.ask(on(user, "d")) instanceof RateLimited);
    await().until(() -> guard.ask(on(user, "a")) instanceof ChallengeRequired);
  }

  @Test
  void leavesNothingInRedisForEver() {
    Rate slow = new Rate(100, 1);
    TestGuard guard = TestGuard.of(redis, settings(slow, PLENTY, slow), clock);
    String user = newUser();
    guard.refuse(user, 3);
    assertThat(guard.ask(on(user, user))).isEqualTo(PASSED);
    guard.refuse(user, 5);
    String solution = ProofOfWork.solve(challenged(guard, user).challenge());
    assertThat(guard.ask(solving(user, solution))).isEqualTo(PASSED);
    guard.refuse(user, 8);
    assertThat(guard.ask(visitor(user))).isInstanceOf(ChallengeRequired.class);
    for (String hold : List.of("1", "2", "3", "4")) {
      boolean tooMany = guard.counters().countExpired(user, hold, clock.instant());
      assertThat(tooMany).isEqualTo(hold.equals("3"));
    }

    Set<String> keys = redis.keys("guard:*");

    assertThat(keys.stream().filter(key -> key.contains(user))).hasSizeGreaterThanOrEqualTo(6);
    assertThat(keys).allSatisfy(key -> assertThat(redis.getExpire(key)).as(key).isNotEqualTo(-1));
  }

  private static ChallengeRequired challenged(TestGuard guard, String user) {
    if (guard.ask(visitor(user)) instanceof ChallengeRequired required) {
      return required;
    }
    throw new AssertionError("no challenge for " + user);
  }

  private static String saltOf(String solution) {
    return solution.substring(0, solution.indexOf('.'));
  }

  private static Duration ofMillis(long millis) {
    return Duration.ofMillis(millis);
  }
}
