package dev.boxoffice.local.payments;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Money given back; it arrives at once or not at all.
 *
 * @param failureReason why it did not arrive
 */
record Refund(
    String id,
    String intentId,
    String charge,
    long amount,
    String currency,
    @Nullable String reason,
    Map<String, String> metadata,
    Instant createdAt,
    @Nullable String failureReason) {

  Refund {
    metadata = Map.copyOf(metadata);
    if (amount <= 0) {
      throw new IllegalArgumentException("refund of " + amount);
    }
  }
}
