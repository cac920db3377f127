package dev.boxoffice.booking.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The boundary to whoever moves the money. Every method may be repeated with the same arguments and
 * has its effect once; one that gets no answer throws {@link
 * dev.boxoffice.defaults.problem.UnavailableException}, and then nobody knows yet whether it had an
 * effect. What makes something new ({@link #authorise} and {@link #refund}) may be repeated only
 * within {@link #REPEATABLE_FOR}; later it can only be looked for.
 */
public interface PaymentProvider {

  /** Providers forget idempotency keys after a day; requests and clocks may be late by an hour. */
  Duration REPEATABLE_FOR = Duration.ofHours(23);

  /** When nothing sent under a key can have an effect any more, nor has one unseen. */
  Duration SETTLED_AFTER = Duration.ofHours(25);

  /** Sets money aside without taking it. */
  Authorisation authorise(AuthorisationRequest request);

  /** What became of such a wish, without repeating it; absent if the provider knows of none. */
  @Nullable Authorisation find(AuthorisationRequest request);

  /** What has become of an authorisation in which the buyer had to do something. */
  Authorisation look(ProviderPaymentId payment);

  /** Takes the money set aside. */
  Capture capture(ProviderPaymentId payment);

  /** Lets go of money set aside; of money already captured it is a bug to ask for. */
  void release(ProviderPaymentId payment);

  /** Gives captured money back. */
  RefundAnswer refund(RefundRequest request);

  /** What became of such a wish, without repeating it; absent if the provider knows of none. */
  @Nullable RefundAnswer find(RefundRequest request);

  /** What has become of a refund that was under way. */
  RefundAnswer look(ProviderRefundId refund);

  /** Payments for bookings of ours that the provider has on its books since then. */
  List<ProviderPayment> payments(Instant since);

  /** Refunds since then, of whatever payments, that have not failed. */
  List<ProviderRefund> refunds(Instant since);
}
