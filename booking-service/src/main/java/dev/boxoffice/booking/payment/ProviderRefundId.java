package dev.boxoffice.booking.payment;

/** A refund, as the provider names it. */
public record ProviderRefundId(String value) {

  public ProviderRefundId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A provider's refund id must not be blank");
    }
  }
}
