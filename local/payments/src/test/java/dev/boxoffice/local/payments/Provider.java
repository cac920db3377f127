package dev.boxoffice.local.payments;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.RefundCreateParams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running provider over a ledger file, and Stripe's own client for it. */
final class Provider implements AutoCloseable {

  static final String SECRET_KEY = "sk_test_123";
  static final String WEBHOOK_SECRET = "whsec_123";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ConfigurableApplicationContext context;
  private final String url;

  private Provider(ConfigurableApplicationContext context) {
    this.context = context;
    this.url =
        "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
  }

  static Provider over(Path ledgerFile, String... arguments) {
    var builder =
        new SpringApplicationBuilder(PaymentsApplication.class)
            .properties(
                "boxoffice.payments.secret-key=" + SECRET_KEY,
                "boxoffice.payments.webhook-secret=" + WEBHOOK_SECRET,
                "boxoffice.payments.ledger-file=" + ledgerFile);
    var all = new String[arguments.length + 1];
    all[0] = "--server.port=0";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new Provider(builder.run(all));
  }

  StripeClient stripe() {
    return stripe(SECRET_KEY);
  }

  StripeClient stripe(String secretKey) {
    return StripeClient.builder()
        .setApiKey(secretKey)
        .setApiBase(url)
        .setMaxNetworkRetries(0)
        .build();
  }

  /** Authorises 1,500 minor units, to be captured later. */
  PaymentIntent authorise(String paymentMethod, String idempotencyKey) throws StripeException {
    return stripe().v1().paymentIntents().create(params(1500, paymentMethod), key(idempotencyKey));
  }

  void refund(PaymentIntent intent, long amount, String idempotencyKey) throws StripeException {
    var params =
        RefundCreateParams.builder().setPaymentIntent(intent.getId()).setAmount(amount).build();
    var refund = stripe().v1().refunds().create(params, key(idempotencyKey));
    if (!refund.getStatus().equals("succeeded")) {
      throw new AssertionError(refund.toJson());
    }
  }

  PaymentIntent retrieve(PaymentIntent intent) throws StripeException {
    return stripe().v1().paymentIntents().retrieve(intent.getId());
  }

  static PaymentIntentCreateParams params(long amount, String paymentMethod) {
    return PaymentIntentCreateParams.builder()
        .setAmount(amount)
        .setCurrency("eur")
        .setPaymentMethod(paymentMethod)
        .addPaymentMethodType("card")
        .setCaptureMethod(CaptureMethod.MANUAL)
        .setConfirm(true)
        .setReturnUrl("http://localhost:8080/back?bookingId=b1")
        .putMetadata("bookingId", "b1")
        .build();
  }

  static RequestOptions key(String idempotencyKey) {
    return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
  }

  /** {@code authorised captured voided refunded} of one intent, from the provider's ledger. */
  String money(PaymentIntent intent) throws IOException, InterruptedException {
    var account = json("/ledger?paymentIntent=" + intent.getId());
    return "%s %s %s %s"
        .formatted(
            account.path("authorised").asLong(),
            account.path("captured").asLong(),
            account.path("voided").asLong(),
            account.path("refunded").asLong());
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return JsonMapper.builder().build().readTree(get(url + path).body());
  }

  HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> submit(String address, String form)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    context.close();
  }
}
