package dev.boxoffice.local.payments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a request; the refusals change nothing, except that a declined card is noted. */
sealed interface Outcome {

  /** The intent has a new state. */
  record Changed(Intent intent, List<Movement> movements, List<String> events) implements Outcome {
    public Changed {
      movements = List.copyOf(movements);
      events = List.copyOf(events);
    }
  }

  /** Money goes back, or the bank sends it back to us: then nothing moves. */
  record Refunded(Refund refund, Intent intent, List<Movement> movements) implements Outcome {
    public Refunded {
      movements = List.copyOf(movements);
    }
  }

  /** The card was refused; the intent waits for another. */
  record Declined(
      Intent intent, Decline decline, List<Movement> movements, @Nullable String paymentMethod)
      implements Outcome {
    public Declined {
      movements = List.copyOf(movements);
    }
  }

  /** The intent is not in a state for this, e.g. {@code capture}. */
  record WrongState(Intent intent, String attempted) implements Outcome {}

  /** There is no such thing, e.g. {@code payment_intent}, as the parameter says. */
  record Unknown(String kind, String id, String parameter) implements Outcome {}

  /** A parameter is missing or wrong. */
  record Invalid(String code, String parameter, String message) implements Outcome {}
}
