package dev.boxoffice.local.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.net.Webhook;
import com.stripe.param.RefundCreateParams;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MishapTests {

  private static final String FORGED = "forged";

  private final Path ledger;
  private final HttpServer merchant;
  private final List<String> told = new CopyOnWriteArrayList<>();

  MishapTests(@TempDir Path folder) throws IOException {
    ledger = folder.resolve("ledger.jsonl");
    merchant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    merchant.createContext("/", this::take);
    merchant.start();
  }

  @AfterEach
  void stop() {
    merchant.stop(0);
  }

  @Test
  void losesARequestOnceAndThenTakesIt() throws Exception {
    try (var provider = provider()) {
      assertThatThrownBy(() -> provider.authorise("pm_card_visa.authorise_request_lost", "key-1"))
          .isInstanceOf(ApiConnectionException.class);
      assertThat(provider.json("/ledger/summary").get("paymentIntents").asInt()).isZero();

      var intent = provider.authorise("pm_card_visa.authorise_request_lost", "key-1");

      assertThat(provider.money(intent)).isEqualTo("1500 0 0 0");
    }
  }

  @Test
  void losesAnAnswerOnceThoughTheRequestHadItsEffect() throws Exception {
    var card = "pm_card_visa.authorise_answer_lost.capture_answer_lost";
    try (var provider = provider()) {
      assertThatThrownBy(() -> provider.authorise(card, "key-1"))
          .isInstanceOf(ApiConnectionException.class);

      var intent = provider.authorise(card, "key-1");

      assertThat(provider.json("/ledger/summary").get("paymentIntents").asInt()).isOne();
      assertThatThrownBy(() -> capture(provider, intent.getId()))
          .isInstanceOf(ApiConnectionException.class);
      assertThat(provider.money(intent)).isEqualTo("1500 1500 0 0");
      capture(provider, intent.getId());
      assertThat(provider.money(intent)).isEqualTo("1500 1500 0 0");
    }
  }

  @Test
  void isAtFaultOnceWithoutAnyEffect() throws Exception {
    try (var provider = provider()) {
      assertThatThrownBy(() -> provider.authorise("pm_card_visa.authorise_error", "key-1"))
          .isInstanceOf(ApiException.class);
      assertThat(provider.json("/ledger/summary").get("paymentIntents").asInt()).isZero();
      assertThat(provider.authorise("pm_card_visa.authorise_error", "key-1").getStatus())
          .isEqualTo("requires_capture");
    }
  }

  @Test
  void refusesToCaptureAndLetsTheMoneyGo() throws Exception {
    try (var provider = provider()) {
      var intent = provider.authorise("pm_card_visa.capture_declined", "key-1");

      assertThatThrownBy(() -> capture(provider, intent.getId())).isInstanceOf(CardException.class);

      assertThat(provider.money(intent)).isEqualTo("1500 0 1500 0");
      assertThat(provider.retrieve(intent).getStatus()).isEqualTo("requires_payment_method");
      assertThat(provider.stripe().v1().paymentIntents().cancel(intent.getId()).getStatus())
          .isEqualTo("canceled");
    }
  }

  @Test
  void declinesACardThatIsToBeDeclined() throws Exception {
    try (var provider = provider()) {
      assertThatThrownBy(() -> provider.authorise("pm_card_visa.authorise_declined", "key-1"))
          .isInstanceOf(CardException.class);
    }
  }

  @Test
  void failsToRefundAndKeepsTheMoney() throws Exception {
    try (var provider = provider()) {
      var intent = provider.authorise("pm_card_visa.refund_declined", "key-1");
      capture(provider, intent.getId());
      var params =
          RefundCreateParams.builder().setPaymentIntent(intent.getId()).setAmount(100L).build();

      var refund = provider.stripe().v1().refunds().create(params, Provider.key("key-2"));

      assertThat(refund.getStatus()).isEqualTo("failed");
      assertThat(refund.getFailureReason()).isEqualTo("expired_or_canceled_card");
      assertThat(provider.money(intent)).isEqualTo("1500 1500 0 0");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pm_card_visa.",
        "pm_card_visa.capture",
        "pm_card_visa.capture_lost",
        "pm_card_visa.cancel_declined",
        "pm_card_visa.webhook_eaten",
        "pm_card_nobody.capture_declined"
      })
  void knowsNoOtherMishaps(String card) throws Exception {
    try (var provider = provider()) {
      assertThatThrownBy(() -> provider.authorise(card, "key-1"))
          .isInstanceOf(InvalidRequestException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"twice, 2", "never, 0", "late, 1", "first, 1"})
  void tellsAsOftenAsItIsTold(String fate, int times) throws Exception {
    try (var provider = provider()) {
      var _ = provider.authorise("pm_card_visa.webhook_" + fate, "key-1");

      await().until(() -> provider.json("/ledger/summary").get("untoldEvents").asInt() == 0);

      assertThat(told).hasSize(times).allMatch("payment_intent.amount_capturable_updated"::equals);
    }
  }

  @Test
  void tellsBeforeItAnswers() throws Exception {
    try (var provider = provider()) {
      var _ = provider.authorise("pm_card_visa.webhook_first", "key-1");

      assertThat(told).containsExactly("payment_intent.amount_capturable_updated");
    }
  }

  @Test
  void signsBadlyBeforeItSignsWell() throws Exception {
    try (var provider = provider()) {
      var _ = provider.authorise("pm_card_visa.webhook_forged", "key-1");

      await().until(() -> told.size() == 2);

      assertThat(told).containsExactly(FORGED, "payment_intent.amount_capturable_updated");
    }
  }

  @Test
  void tellsLastWhatHappenedFirst() throws Exception {
    try (var provider = provider()) {
      var intent = provider.authorise("pm_card_visa.webhook_reordered", "key-1");
      capture(provider, intent.getId());

      await().until(() -> told.size() == 2);

      assertThat(told)
          .containsExactly("payment_intent.succeeded", "payment_intent.amount_capturable_updated");
    }
  }

  @Test
  void drawsTheSameMishapsFromTheSameSeed() {
    var first = drawn("7");
    var again = drawn("7");
    var other = drawn("8");

    assertThat(first).isEqualTo(again).isNotEqualTo(other).contains(true, false);
  }

  /** Which of a hundred requests, each with its own key, gets its answer at once. */
  private List<Boolean> drawn(String seed) {
    var fine = new ArrayList<Boolean>();
    var own = ledger.resolveSibling(UUID.randomUUID() + ".jsonl");
    try (var provider =
        Provider.over(
            own,
            "--boxoffice.payments.mishap-percent=50",
            "--boxoffice.payments.mishap-seed=" + seed,
            "--boxoffice.payments.late-by=PT0.001S")) {
      IntStream.range(0, 100).forEach(n -> fine.add(isFine(provider, "key-" + n)));
    }
    return fine;
  }

  private static boolean isFine(Provider provider, String key) {
    try {
      return provider.authorise("pm_card_visa", key).getStatus().equals("requires_capture");
    } catch (StripeException e) {
      return false;
    }
  }

  private Provider provider() {
    return Provider.over(
        ledger,
        "--boxoffice.payments.late-by=PT0.3S",
        "--boxoffice.payments.webhook-url=http://127.0.0.1:"
            + merchant.getAddress().getPort()
            + "/hook");
  }

  private static void capture(Provider provider, String intentId) throws StripeException {
    var captured =
        provider
            .stripe()
            .v1()
            .paymentIntents()
            .capture(intentId, Provider.key(intentId + ":capture"));
    assertThat(captured.getStatus()).isEqualTo("succeeded");
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
      try {
        told.add(Webhook.constructEvent(body, signature, Provider.WEBHOOK_SECRET).getType());
        exchange.sendResponseHeaders(200, -1);
      } catch (SignatureVerificationException e) {
        told.add(FORGED);
        exchange.sendResponseHeaders(400, -1);
      }
    }
  }
}
