package dev.boxoffice.local.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookTests {

  private final Path ledger;
  private final HttpServer merchant;
  private final List<Event> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();

  WebhookTests(@TempDir Path folder) throws IOException {
    ledger = folder.resolve("ledger.jsonl");
    merchant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    merchant.createContext("/hook", this::take);
    merchant.start();
  }

  @AfterEach
  void stop() {
    merchant.stop(0);
  }

  @Test
  void tellsEachStepSignedWithTheIntentAsItWasThen() throws Exception {
    try (var provider = Provider.over(ledger, hook())) {
      var intent = provider.authorise("pm_card_visa", "key-1");
      await().until(() -> received.size() == 1);
      var _ = provider.stripe().v1().paymentIntents().capture(intent.getId());
      await().until(() -> received.size() == 2);
      provider.refund(intent, 100, "key-2");
      await().until(() -> received.size() == 3);
      assertThat(received)
          .extracting(Event::getType)
          .containsExactly(
              "payment_intent.amount_capturable_updated",
              "payment_intent.succeeded",
              "refund.created");
      var first = received.getFirst().getDataObjectDeserializer().getObject().orElseThrow();
      assertThat(first)
          .isInstanceOfSatisfying(
              PaymentIntent.class,
              told -> {
                assertThat(told.getId()).isEqualTo(intent.getId());
                assertThat(told.getStatus()).isEqualTo("requires_capture");
                assertThat(told.getMetadata()).containsEntry("bookingId", "b1");
              });
    }
  }

  @Test
  void tellsAgainUntilTheMerchantListens() throws Exception {
    refusals.set(2);
    try (var provider = Provider.over(ledger, hook())) {
      var _ = provider.authorise("pm_card_visa", "key-1");
      await().until(() -> received.size() == 1);
      assertThat(refusals).hasValue(0);
    }
  }

  @Test
  void tellsAfterARestartWhatItCouldNotTellBefore() throws Exception {
    refusals.set(Integer.MAX_VALUE);
    try (var provider = Provider.over(ledger, hook())) {
      var _ = provider.authorise("pm_card_visa", "key-1");
      await().until(() -> refusals.get() < Integer.MAX_VALUE);
    }
    refusals.set(0);
    var again = Provider.over(ledger, hook());
    try (again) {
      await().until(() -> received.size() == 1);
    }
    assertThat(received.getFirst().getType()).isEqualTo("payment_intent.amount_capturable_updated");
  }

  private String hook() {
    return "--boxoffice.payments.webhook-url=http://127.0.0.1:"
        + merchant.getAddress().getPort()
        + "/hook";
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      var signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
      received.add(Webhook.constructEvent(body, signature, Provider.WEBHOOK_SECRET));
      exchange.sendResponseHeaders(200, -1);
    } catch (SignatureVerificationException e) {
      throw new IOException(e);
    }
  }
}
