package dev.boxoffice.booking.payment;

/**
 * The boundary to whoever moves the money. Every method may be repeated with the same arguments and
 * has its effect once; one that gets no answer throws {@link
 * dev.boxoffice.defaults.problem.UnavailableException}, and then nobody knows yet whether it had an
 * effect.
 */
public interface PaymentProvider {

  /** Sets money aside without taking it. */
  Authorisation authorise(AuthorisationRequest request);

  /** What has become of an authorisation in which the buyer had to do something. */
  Authorisation look(ProviderPaymentId payment);

  /** Takes the money set aside. */
  Capture capture(ProviderPaymentId payment);

  /** Lets go of money set aside; of money already captured it is a bug to ask for. */
  void release(ProviderPaymentId payment);

  /** Gives captured money back. */
  RefundAnswer refund(RefundRequest request);

  /** What has become of a refund that was under way. */
  RefundAnswer look(ProviderRefundId refund);
}
