package dev.boxoffice.booking.payment;

import java.net.URI;

/** Whether money is set aside. */
public sealed interface Authorisation {

  /** It is, and can be captured. */
  record Authorised(ProviderPaymentId id) implements Authorisation {}

  /** The buyer has to do something first, at this address. */
  record NeedsBuyer(ProviderPaymentId id, URI action) implements Authorisation {}

  /** It is not, and will not be. */
  record Declined(String declineCode) implements Authorisation {}
}
