package dev.boxoffice.booking.payment;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import dev.boxoffice.booking.Money;
import java.time.Instant;
import java.util.Locale;

/** What Stripe has on its books, in our words. */
final class StripeBooks {

  private StripeBooks() {}

  static ProviderPayment payment(PaymentIntent intent) {
    return new ProviderPayment(
        new ProviderPaymentId(intent.getId()),
        money(intent.getAmountReceived(), intent.getCurrency()),
        money(intent.getAmountCapturable(), intent.getCurrency()),
        Instant.ofEpochSecond(intent.getCreated()));
  }

  static ProviderRefund refund(Refund refund) {
    return new ProviderRefund(
        new ProviderRefundId(refund.getId()),
        new ProviderPaymentId(refund.getPaymentIntent()),
        money(refund.getAmount(), refund.getCurrency()),
        Instant.ofEpochSecond(refund.getCreated()));
  }

  private static Money money(long minorUnits, String currency) {
    return Money.of(minorUnits, currency.toUpperCase(Locale.ROOT));
  }
}
