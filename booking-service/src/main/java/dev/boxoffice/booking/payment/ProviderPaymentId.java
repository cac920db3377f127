package dev.boxoffice.booking.payment;

/** A payment, as the provider names it. */
public record ProviderPaymentId(String value) {

  public ProviderPaymentId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A provider's payment id must not be blank");
    }
  }
}
