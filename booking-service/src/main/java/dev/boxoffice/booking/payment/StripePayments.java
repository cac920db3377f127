package dev.boxoffice.booking.payment;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import dev.boxoffice.defaults.problem.UnavailableException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Stripe's PaymentIntents with manual capture. */
@Component
class StripePayments implements PaymentProvider {

  private static final String UNEXPECTED_STATE = "payment_intent_unexpected_state";
  private static final String UNNAMED_DECLINE = "generic_decline";

  private static final String PAYMENT_ID = "paymentId";

  /** More than a booking has seats. */
  private static final long REFUNDS_OF_A_PAYMENT_MAX = 100;

  /** The most that Stripe gives at a time. */
  private static final long PAGE = 100;

  private final StripeClient stripe;
  private final URI publicUrl;

  StripePayments(PaymentSettings settings, @Value("${boxoffice.public-url}") URI publicUrl) {
    this.stripe =
        StripeClient.builder()
            .setApiKey(settings.secretKey())
            .setApiBase(settings.url().toString())
            .setConnectTimeout(Math.toIntExact(settings.connectWithin().toMillis()))
            .setReadTimeout(Math.toIntExact(settings.answerWithin().toMillis()))
            // The recorded process repeats, and knows that it does.
            .setMaxNetworkRetries(0)
            .build();
    this.publicUrl = publicUrl;
  }

  @Override
  public Authorisation authorise(AuthorisationRequest request) {
    var params =
        PaymentIntentCreateParams.builder()
            .setAmount(request.amount().minorUnits())
            .setCurrency(request.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
            .setPaymentMethod(request.paymentMethodId())
            .addPaymentMethodType("card")
            .setCaptureMethod(CaptureMethod.MANUAL)
            .setConfirm(true)
            .setReturnUrl(publicUrl + "/?bookingId=" + request.bookingId())
            .putMetadata("bookingId", request.bookingId().toString())
            .putMetadata(PAYMENT_ID, request.paymentId().toString())
            .build();
    try {
      return authorisation(
          stripe.v1().paymentIntents().create(params, once(request.idempotencyKey())));
    } catch (CardException e) {
      return new Authorisation.Declined(declineCode(e));
    } catch (InvalidRequestException e) {
      // A definite no: nothing was created, and the same request will never be accepted.
      return new Authorisation.Declined(Objects.requireNonNullElse(e.getCode(), UNNAMED_DECLINE));
    } catch (StripeException e) {
      throw unknown("authorise", e);
    }
  }

  @Override
  public @Nullable Authorisation find(AuthorisationRequest request) {
    var params =
        PaymentIntentSearchParams.builder()
            .setQuery("metadata['paymentId']:'" + request.paymentId() + "'")
            .build();
    try {
      return stripe.v1().paymentIntents().search(params).getData().stream()
          .findFirst()
          .map(StripePayments::authorisation)
          .orElse(null);
    } catch (StripeException e) {
      throw unknown("search", e);
    }
  }

  @Override
  public Authorisation look(ProviderPaymentId payment) {
    return authorisation(intent(payment));
  }

  @Override
  public Capture capture(ProviderPaymentId payment) {
    try {
      var intent = stripe.v1().paymentIntents().capture(payment.value(), once(payment, "capture"));
      return capture(intent);
    } catch (CardException e) {
      return new Capture.Refused(declineCode(e));
    } catch (InvalidRequestException e) {
      if (UNEXPECTED_STATE.equals(e.getCode())) {
        return capture(intent(payment));
      }
      return new Capture.Refused(Objects.requireNonNullElse(e.getCode(), UNNAMED_DECLINE));
    } catch (StripeException e) {
      throw unknown("capture", e);
    }
  }

  @Override
  public void release(ProviderPaymentId payment) {
    try {
      released(stripe.v1().paymentIntents().cancel(payment.value(), once(payment, "cancel")));
    } catch (InvalidRequestException e) {
      if (!UNEXPECTED_STATE.equals(e.getCode())) {
        throw unknown("cancel", e);
      }
      released(intent(payment));
    } catch (StripeException e) {
      throw unknown("cancel", e);
    }
  }

  @Override
  public RefundAnswer refund(RefundRequest request) {
    var params =
        RefundCreateParams.builder()
            .setPaymentIntent(request.payment().value())
            .setAmount(request.amount().minorUnits())
            .putMetadata("bookingId", request.bookingId().toString())
            .putMetadata("refundId", request.refundId().toString())
            .build();
    try {
      return refund(stripe.v1().refunds().create(params, once(request.idempotencyKey())));
    } catch (CardException e) {
      return new RefundAnswer.Refused(declineCode(e));
    } catch (InvalidRequestException e) {
      return new RefundAnswer.Refused(Objects.requireNonNullElse(e.getCode(), UNNAMED_DECLINE));
    } catch (StripeException e) {
      throw unknown("refund", e);
    }
  }

  @Override
  public @Nullable RefundAnswer find(RefundRequest request) {
    var params =
        RefundListParams.builder()
            .setPaymentIntent(request.payment().value())
            .setLimit(REFUNDS_OF_A_PAYMENT_MAX)
            .build();
    try {
      return stripe.v1().refunds().list(params).getData().stream()
          .filter(it -> request.refundId().toString().equals(it.getMetadata().get("refundId")))
          .findFirst()
          .map(StripePayments::refund)
          .orElse(null);
    } catch (StripeException e) {
      throw unknown("list refunds", e);
    }
  }

  @Override
  public RefundAnswer look(ProviderRefundId refund) {
    try {
      return refund(stripe.v1().refunds().retrieve(refund.value()));
    } catch (StripeException e) {
      throw unknown("retrieve refund", e);
    }
  }

  @Override
  public List<ProviderPayment> payments(Instant since) {
    var created = PaymentIntentListParams.Created.builder().setGte(since.getEpochSecond()).build();
    var params = PaymentIntentListParams.builder().setCreated(created).setLimit(PAGE).build();
    try {
      var found = new ArrayList<ProviderPayment>();
      for (var intent : stripe.v1().paymentIntents().list(params).autoPagingIterable()) {
        if (intent.getMetadata().containsKey(PAYMENT_ID)) {
          found.add(StripeBooks.payment(intent));
        }
      }
      return found;
    } catch (StripeException e) {
      throw unknown("list payments", e);
    } catch (RuntimeException e) {
      // Its iterator wraps what befalls the pages after the first.
      throw new UnavailableException("Stripe gave no answer to list payments", e);
    }
  }

  @Override
  public List<ProviderRefund> refunds(Instant since) {
    var created = RefundListParams.Created.builder().setGte(since.getEpochSecond()).build();
    var params = RefundListParams.builder().setCreated(created).setLimit(PAGE).build();
    try {
      var found = new ArrayList<ProviderRefund>();
      for (var refund : stripe.v1().refunds().list(params).autoPagingIterable()) {
        if (!(refund(refund) instanceof RefundAnswer.Refused)) {
          found.add(StripeBooks.refund(refund));
        }
      }
      return found;
    } catch (StripeException e) {
      throw unknown("list refunds", e);
    } catch (RuntimeException e) {
      // Its iterator wraps what befalls the pages after the first.
      throw new UnavailableException("Stripe gave no answer to list refunds", e);
    }
  }

  private PaymentIntent intent(ProviderPaymentId payment) {
    try {
      return stripe.v1().paymentIntents().retrieve(payment.value());
    } catch (StripeException e) {
      throw unknown("retrieve", e);
    }
  }

  private static Authorisation authorisation(PaymentIntent intent) {
    var id = new ProviderPaymentId(intent.getId());
    return switch (intent.getStatus()) {
      case "requires_capture", "succeeded" -> new Authorisation.Authorised(id);
      case "requires_action" -> new Authorisation.NeedsBuyer(id, action(intent));
      case "requires_payment_method", "canceled" -> new Authorisation.Declined(lastError(intent));
      default ->
          throw new UnavailableException("Stripe: the intent is " + intent.getStatus(), null);
    };
  }

  private static Capture capture(PaymentIntent intent) {
    return switch (intent.getStatus()) {
      case "succeeded" -> new Capture.Captured();
      case "canceled", "requires_payment_method" -> new Capture.Refused(lastError(intent));
      default ->
          throw new UnavailableException("Stripe: the intent is " + intent.getStatus(), null);
    };
  }

  private static void released(PaymentIntent intent) {
    switch (intent.getStatus()) {
      case "canceled", "requires_payment_method" -> {}
      case "succeeded" ->
          throw new IllegalStateException(intent.getId() + " is captured but was to be released");
      default ->
          throw new UnavailableException("Stripe: the intent is " + intent.getStatus(), null);
    }
  }

  private static RefundAnswer refund(Refund refund) {
    var id = new ProviderRefundId(refund.getId());
    return switch (refund.getStatus()) {
      case "succeeded" -> new RefundAnswer.Refunded(id);
      case "pending", "requires_action" -> new RefundAnswer.Underway(id);
      default ->
          new RefundAnswer.Refused(
              Objects.requireNonNullElse(refund.getFailureReason(), refund.getStatus()));
    };
  }

  private static URI action(PaymentIntent intent) {
    var action = intent.getNextAction();
    if (action == null || action.getRedirectToUrl() == null) {
      throw new UnavailableException("Stripe: " + intent.getId() + " names no redirect", null);
    }
    return URI.create(action.getRedirectToUrl().getUrl());
  }

  private static String declineCode(CardException e) {
    return firstNonNull(e.getDeclineCode(), e.getCode());
  }

  private static String lastError(PaymentIntent intent) {
    var error = intent.getLastPaymentError();
    return error == null
        ? firstNonNull(intent.getCancellationReason(), null)
        : firstNonNull(error.getDeclineCode(), error.getCode());
  }

  private static String firstNonNull(@Nullable String first, @Nullable String second) {
    return first != null ? first : Objects.requireNonNullElse(second, UNNAMED_DECLINE);
  }

  private static RequestOptions once(ProviderPaymentId payment, String verb) {
    return once(payment.value() + ":" + verb);
  }

  private static RequestOptions once(String idempotencyKey) {
    return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
  }

  private static RuntimeException unknown(String what, StripeException e) {
    if (e instanceof IdempotencyException) {
      return new IllegalStateException("One idempotency key for two requests: " + what, e);
    }
    return new UnavailableException("Stripe gave no answer to " + what, e);
  }
}
