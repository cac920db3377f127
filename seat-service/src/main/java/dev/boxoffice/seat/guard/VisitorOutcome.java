package dev.boxoffice.seat.guard;

/** Whether a visitor may ask for seats. If several refusals apply, the first here is given. */
public sealed interface VisitorOutcome {
  record Passed() implements VisitorOutcome {}

  /** Why a visitor may not. */
  sealed interface Refusal extends VisitorOutcome {}

  /** The user, the address or the device asks too often, or the user has to cool down. */
  record RateLimited(Quota quota) implements Refusal {}

  /** The user asks from one device too many. */
  record TooManyDevices(int devicesMax) implements Refusal {}

  /** The user was refused so often that a proof of work is wanted first. */
  record ChallengeRequired(Challenge challenge) implements Refusal {}
}
