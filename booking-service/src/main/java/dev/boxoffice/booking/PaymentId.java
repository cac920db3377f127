package dev.boxoffice.booking;

import java.util.UUID;

/** One attempt to pay for a booking. */
public record PaymentId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
