package dev.boxoffice.local.payments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of the journal: everything that became true together. */
record JournalEntry(
    @Nullable Intent intent,
    @Nullable Refund refund,
    List<Movement> movements,
    List<Event> events,
    @Nullable Remembered remembered,
    @Nullable String settledEvent) {

  /**
   * An event to tell the merchant.
   *
   * @param body exactly the bytes that are signed and sent
   * @param fate how it is told, where that is not as usual
   */
  record Event(String id, String type, String body, @Nullable WebhookFate fate) {}

  /** The first answer to an idempotency key. */
  record Remembered(String key, String fingerprint, StripeAnswer answer) {}

  JournalEntry {
    movements = List.copyOf(movements);
    events = List.copyOf(events);
  }

  /** Nobody needs to be told of the event any more. */
  static JournalEntry settled(String eventId) {
    return new JournalEntry(null, null, List.of(), List.of(), null, eventId);
  }
}
