package dev.boxoffice.seat.guard;

import dev.boxoffice.seat.guard.GuardSettings.Rate;
import dev.boxoffice.seat.guard.PipelinedScript.Call;
import dev.boxoffice.seat.redis.Scripts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** What all instances together have counted, in Redis. */
@Component
class GuardCounters {
  private static final RedisScript<String> CHECK =
      Scripts.read("guard/check-visitor.lua", String.class);
  private static final RedisScript<Long> COUNT_EXPIRED =
      Scripts.read("guard/count-expired-hold.lua", Long.class);

  private final StringRedisTemplate redis;
  private final PipelinedScript check;
  private final GuardSettings settings;

  GuardCounters(StringRedisTemplate redis, GuardSettings settings) {
    this.redis = redis;
    this.check = new PipelinedScript(redis, CHECK, settings.waitAtMost());
    this.settings = settings;
  }

  /** Takes the visitor's tokens and counts the refusals given since; in one round trip. */
  Verdict check(Visitor visitor, int newRefusals, Challenges.@Nullable Solved solved) {
    List<Call> calls = new ArrayList<>();
    calls.add(new Call(userKeys(visitor.userId(), solved), user(visitor, newRefusals, solved)));
    calls.add(new Call(List.of(addressKey(visitor)), bucket(settings.address())));
    String deviceId = visitor.deviceId();
    if (deviceId != null) {
      calls.add(new Call(List.of(deviceKey(deviceId)), bucket(settings.device())));
    }
    return verdict(check.run(calls));
  }

  /** Counts a hold that a user let expire, once; says whether the user has to cool down now. */
  boolean countExpired(String userId, String holdId, Instant endedAt) {
    Long tooMany =
        redis.execute(
            COUNT_EXPIRED,
            List.of(userKey(userId, "expired-holds"), userKey(userId, "cool-down")),
            holdId,
            Long.toString(endedAt.toEpochMilli()),
            millis(settings.expiredHoldsWithin()),
            Integer.toString(settings.expiredHoldsMax()),
            millis(settings.coolDown()));
    return tooMany != null && tooMany == 1;
  }

  private List<String> user(Visitor visitor, int newRefusals, Challenges.@Nullable Solved solved) {
    String deviceId = visitor.deviceId();
    List<String> arguments = new ArrayList<>(bucket(settings.user()));
    arguments.add(Integer.toString(newRefusals));
    arguments.add(Integer.toString(settings.refusalsMax()));
    arguments.add(millis(settings.refusalsWithin()));
    arguments.add(millis(settings.challengedFor()));
    arguments.add(deviceId == null ? "" : deviceId);
    arguments.add(Integer.toString(settings.devicesMax()));
    arguments.add(millis(settings.deviceKeptFor()));
    arguments.add(solved == null ? "0" : Long.toString(Math.max(1, solved.left().toMillis())));
    return arguments;
  }

  private static List<String> bucket(Rate rate) {
    return List.of(Long.toString(rate.microsPerToken()), Long.toString(rate.microsToFill()));
  }

  /** The user's answer first, so that others' buckets are named only if the user's own allows. */
  private Verdict verdict(List<String> answers) {
    List<Rate> rates = List.of(settings.user(), settings.address(), settings.device());
    for (int i = 0; i < answers.size(); i++) {
      String[] answer = answers.get(i).split(" ", 2);
      if (answer[0].equals("WAIT")) {
        return new Verdict.Wait(rates.get(i).quota(Long.parseLong(answer[1])), i == 0);
      }
      if (answer[0].equals("COOL")) {
        Duration left = Duration.ofNanos(1_000 * Long.parseLong(answer[1]));
        return new Verdict.Wait(new Quota(settings.user().atOnce(), 0, left, left), true);
      }
    }
    return switch (answers.getFirst().split(" ", 2)[0]) {
      case "PASS" -> new Verdict.Pass();
      case "DEVICES" -> new Verdict.TooManyDevices();
      case "CHALLENGE" -> new Verdict.NeedsProof();
      default -> throw new IllegalStateException("the script answered " + answers);
    };
  }

  /** All of one user, in one slot of a cluster. */
  static List<String> userKeys(String userId, Challenges.@Nullable Solved solved) {
    return List.of(
        userKey(userId, "bucket"),
        userKey(userId, "cool-down"),
        userKey(userId, "refusals"),
        userKey(userId, "challenge"),
        userKey(userId, "devices"),
        userKey(userId, "solution:" + (solved == null ? "" : solved.salt())));
  }

  private static String userKey(String userId, String what) {
    return "guard:{user:" + userId + "}:" + what;
  }

  private static String addressKey(Visitor visitor) {
    return "guard:{address:" + visitor.network() + "}:bucket";
  }

  private static String deviceKey(String deviceId) {
    return "guard:{device:" + deviceId + "}:bucket";
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  /** What the counts say. If several apply, the first here is given. */
  sealed interface Verdict {
    record Pass() implements Verdict {}

    /**
     * A bucket is empty.
     *
     * @param ofUser whether it is the user's own
     */
    record Wait(Quota quota, boolean ofUser) implements Verdict {}

    record TooManyDevices() implements Verdict {}

    record NeedsProof() implements Verdict {}
  }
}
