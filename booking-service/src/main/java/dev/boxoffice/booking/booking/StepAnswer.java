package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.Order;
import java.time.Instant;

/** What came of trying a step. */
sealed interface StepAnswer {

  /** The attempt goes on, or ends, like this. */
  record Next(Attempt attempt) implements StepAnswer {}

  /** The hold is aside, and this is what is in it. */
  record OrderKnown(Attempt attempt, Order order) implements StepAnswer {}

  /** The attempt ends, and the buyer has the hold for some time yet. */
  record StillHeld(Attempt attempt, Instant expiresAt) implements StepAnswer {}

  /** There is no such hold of this buyer, so there never was anything to book. */
  record NoSuchHold() implements StepAnswer {}
}
