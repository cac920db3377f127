package dev.boxoffice.booking.payment;

/** Whether money has gone back. */
public sealed interface RefundAnswer {

  /** It has. */
  record Refunded(ProviderRefundId id) implements RefundAnswer {}

  /** The provider is at it. */
  record Underway(ProviderRefundId id) implements RefundAnswer {}

  /** It has not, and will not: a person has to look at it. */
  record Refused(String code) implements RefundAnswer {}
}
