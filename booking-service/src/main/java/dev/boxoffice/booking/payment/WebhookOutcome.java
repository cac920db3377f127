package dev.boxoffice.booking.payment;

/** What became of an event that the provider sent. */
sealed interface WebhookOutcome {

  /** It was genuine and is now known; the processes it concerns are due. */
  record Accepted() implements WebhookOutcome {}

  /** It came before, and nothing happened. */
  record Duplicate() implements WebhookOutcome {}

  /** It is not the provider's, or too old to be believed, or no event at all. */
  record NotBelieved(String why) implements WebhookOutcome {}
}
