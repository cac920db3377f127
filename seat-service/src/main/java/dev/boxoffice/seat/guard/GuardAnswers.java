package dev.boxoffice.seat.guard;

import dev.boxoffice.defaults.problem.Codes;
import dev.boxoffice.defaults.problem.Problem;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What the guard's refusals look like on the wire. */
public final class GuardAnswers {
  private GuardAnswers() {}

  public static ResponseEntity<ProblemDetail> of(VisitorOutcome.Refusal refusal) {
    return switch (refusal) {
      case VisitorOutcome.RateLimited(Quota quota) -> rateLimited(quota);
      case VisitorOutcome.TooManyDevices(int devicesMax) ->
          Problem.of(
                  HttpStatus.FORBIDDEN,
                  "TOO_MANY_DEVICES",
                  "Seats were asked for from other devices of yours; go on with one of those.")
              .with("devicesMax", devicesMax)
              .response();
      case VisitorOutcome.ChallengeRequired(Challenge challenge) ->
          Problem.of(
                  HttpStatus.FORBIDDEN,
                  "CHALLENGE_REQUIRED",
                  "Solve the challenge and send the solution as X-Challenge-Solution.")
              .with("challenge", challenge)
              .response();
    };
  }

  private static ResponseEntity<ProblemDetail> rateLimited(Quota quota) {
    Problem problem =
        Problem.of(
                HttpStatus.TOO_MANY_REQUESTS,
                Codes.RATE_LIMITED,
                "Too many attempts to hold seats; try again later.")
            .retryAfter(Duration.ofSeconds(ceilSeconds(quota.untilNext())));
    HttpHeaders headers = problem.headers();
    headers.set("RateLimit-Limit", Long.toString(quota.limit()));
    headers.set("RateLimit-Remaining", Long.toString(quota.remaining()));
    headers.set("RateLimit-Reset", Long.toString(ceilSeconds(quota.untilFull())));
    return ResponseEntity.status(problem.status()).headers(headers).body(problem.body());
  }

  private static long ceilSeconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
