package dev.boxoffice.seat.guard;

import dev.boxoffice.seat.guard.GuardSettings.ChallengeSettings;
import dev.boxoffice.seat.guard.GuardSettings.Rate;
import dev.boxoffice.seat.redis.RedisBreaker;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.data.redis.core.StringRedisTemplate;

/** One instance's guard, wired by hand: several of them may count in one Redis. */
record TestGuard(
    CheckVisitor check, Refusals refusals, Challenges challenges, GuardCounters counters) {
  private static final String KEY = UUID.randomUUID().toString();

  static final Rate PLENTY = new Rate(1_000_000, 1_000_000);

  static TestGuard of(StringRedisTemplate redis, GuardSettings settings, Clock clock) {
    Refusals refusals = new Refusals(settings);
    Challenges challenges = new Challenges(settings, clock);
    GuardCounters counters = new GuardCounters(redis, settings);
    TestGuard guard =
        new TestGuard(
            new CheckVisitor(
                new ToldToWait(settings, clock),
                new CountTogether(new RedisBreaker(clock), counters, refusals, challenges),
                new LocalBuckets(settings, clock),
                challenges,
                settings),
            refusals,
            challenges,
            counters);
    // Until an instance knows that Redis answers, only one request at a time finds out.
    VisitorOutcome first = guard.ask(askingFrom(newUser(), newAddress()));
    if (!first.equals(new VisitorOutcome.Passed())) {
      throw new IllegalStateException("nobody asked before, but " + first);
    }
    return guard;
  }

  /** An address that nobody has asked from. */
  static String newAddress() {
    return "2001:db8:" + UUID.randomUUID().toString().substring(9, 18).replace('-', ':') + "::1";
  }

  VisitorOutcome ask(Visitor visitor) {
    return check.check(visitor);
  }

  void refuse(String userId, int times) {
    for (int n = 0; n < times; n++) {
      refusals.note(userId);
    }
  }

  /** Few of everything: 3 devices, a challenge after 5 refusals, a rest after 3 expired holds. */
  static GuardSettings settings(Rate user, Rate address, Rate device) {
    return settings(user, address, device, KEY);
  }

  static GuardSettings settings(Rate user, Rate address, Rate device, String key) {
    return new GuardSettings(
        user,
        address,
        device,
        3,
        Duration.ofDays(1),
        5,
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        new ChallengeSettings(key, 8, Duration.ofMinutes(2)),
        3,
        Duration.ofMinutes(30),
        Duration.ofMinutes(5),
        Duration.ofMillis(500),
        1_000);
  }

  static String newUser() {
    return "user-" + UUID.randomUUID();
  }

  static Visitor visitor(String userId) {
    return Visitor.of(userId, "192.0.2.1", null, null);
  }

  static Visitor askingFrom(String userId, String address) {
    return Visitor.of(userId, address, null, null);
  }

  static Visitor on(String userId, String deviceId) {
    return Visitor.of(userId, "192.0.2.1", deviceId, null);
  }

  static Visitor solving(String userId, String solution) {
    return Visitor.of(userId, "192.0.2.1", null, solution);
  }
}
