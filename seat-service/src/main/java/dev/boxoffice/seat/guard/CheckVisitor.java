package dev.boxoffice.seat.guard;

import dev.boxoffice.seat.guard.GuardCounters.Verdict;
import org.springframework.stereotype.Component;

/** Decides whether a visitor may ask for seats now. Each question takes a token. */
@Component
public class CheckVisitor {
  private final ToldToWait toldToWait;
  private final CountTogether together;
  private final LocalBuckets local;
  private final Challenges challenges;
  private final GuardSettings settings;

  CheckVisitor(
      ToldToWait toldToWait,
      CountTogether together,
      LocalBuckets local,
      Challenges challenges,
      GuardSettings settings) {
    this.toldToWait = toldToWait;
    this.together = together;
    this.local = local;
    this.challenges = challenges;
    this.settings = settings;
  }

  public VisitorOutcome check(Visitor visitor) {
    Quota told = toldToWait.find(visitor.userId());
    if (told != null) {
      return new VisitorOutcome.RateLimited(told);
    }
    return together
        .check(visitor)
        .map(verdict -> outcome(visitor, verdict))
        .orElseGet(() -> local.check(visitor));
  }

  private VisitorOutcome outcome(Visitor visitor, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Pass _ -> new VisitorOutcome.Passed();
      case Verdict.Wait(Quota quota, boolean ofUser) -> {
        if (ofUser) {
          toldToWait.tell(visitor.userId(), quota);
        }
        yield new VisitorOutcome.RateLimited(quota);
      }
      case Verdict.TooManyDevices _ -> new VisitorOutcome.TooManyDevices(settings.devicesMax());
      case Verdict.NeedsProof _ ->
          new VisitorOutcome.ChallengeRequired(challenges.issue(visitor.userId()));
    };
  }
}
