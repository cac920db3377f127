package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a booking's cancellations give back.
 *
 * @param percentage that of the latest cancellation
 * @param status absent if there is nothing to pay
 */
public record Refunds(Money amount, int percentage, @Nullable Status status) {

  /** How far the money is. */
  public enum Status {
    PENDING,
    SUCCEEDED,
    FAILED
  }
}
