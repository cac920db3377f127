package dev.boxoffice.local.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundListParams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentIntentTests {

  private static final String VISA = "pm_card_visa";

  private final Provider provider;

  PaymentIntentTests(@TempDir Path folder) {
    provider = Provider.over(folder.resolve("ledger.jsonl"));
  }

  @AfterAll
  void stop() {
    provider.close();
  }

  @Test
  void setsMoneyAsideAndTakesItLater() throws Exception {
    var intent = provider.authorise(VISA, newKey());
    assertThat(intent.getStatus()).isEqualTo("requires_capture");
    assertThat(intent.getAmountCapturable()).isEqualTo(1500);
    assertThat(intent.getMetadata()).containsEntry("bookingId", "b1");
    assertThat(provider.money(intent)).isEqualTo("1500 0 0 0");

    var captured = provider.stripe().v1().paymentIntents().capture(intent.getId());
    assertThat(captured.getStatus()).isEqualTo("succeeded");
    assertThat(captured.getAmountReceived()).isEqualTo(1500);
    assertThat(captured.getLatestCharge()).startsWith("ch_");
    assertThat(provider.money(intent)).isEqualTo("1500 1500 0 0");
    assertThat(provider.retrieve(intent)).isEqualTo(captured);
  }

  @Test
  void letsMoneyGoWhenItIsCanceled() throws Exception {
    var intent = provider.authorise(VISA, newKey());
    var params =
        PaymentIntentCancelParams.builder()
            .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED)
            .build();
    var canceled = provider.stripe().v1().paymentIntents().cancel(intent.getId(), params);
    assertThat(canceled.getStatus()).isEqualTo("canceled");
    assertThat(canceled.getCancellationReason()).isEqualTo("abandoned");
    assertThat(provider.money(intent)).isEqualTo("1500 0 1500 0");
    assertUnexpectedState(() -> provider.stripe().v1().paymentIntents().capture(intent.getId()));
    assertUnexpectedState(() -> provider.stripe().v1().paymentIntents().cancel(intent.getId()));
  }

  @Test
  void letsTheRestGoWhenOnlyAPartIsCaptured() throws Exception {
    var intent = provider.authorise(VISA, newKey());
    var part = PaymentIntentCaptureParams.builder().setAmountToCapture(1000L).build();
    assertThat(provider.stripe().v1().paymentIntents().capture(intent.getId(), part))
        .extracting(PaymentIntent::getAmountReceived)
        .isEqualTo(1000L);
    assertThat(provider.money(intent)).isEqualTo("1500 1000 500 0");
  }

  @ParameterizedTest
  @CsvSource({
    "pm_card_visa_chargeDeclined, generic_decline",
    "pm_card_visa_chargeDeclinedInsufficientFunds, insufficient_funds"
  })
  void saysWhyACardIsDeclined(String paymentMethod, String declineCode) throws Exception {
    var refusal =
        catchThrowableOfType(
            CardException.class, () -> provider.authorise(paymentMethod, newKey()));
    assertThat(refusal.getStatusCode()).isEqualTo(402);
    assertThat(refusal.getCode()).isEqualTo("card_declined");
    assertThat(refusal.getDeclineCode()).isEqualTo(declineCode);
    var intent = provider.retrieve(refusal.getStripeError().getPaymentIntent());
    assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
    assertThat(intent.getLastPaymentError().getDeclineCode()).isEqualTo(declineCode);
    assertThat(provider.money(intent)).isEqualTo("0 0 0 0");

    var another = PaymentIntentConfirmParams.builder().setPaymentMethod(VISA).build();
    var confirmed = provider.stripe().v1().paymentIntents().confirm(intent.getId(), another);
    assertThat(confirmed.getStatus()).isEqualTo("requires_capture");
  }

  @Test
  void givesTheFirstAnswerAgainForTheSameKey() throws Exception {
    var key = newKey();
    var first = provider.authorise(VISA, key);
    var _ = provider.stripe().v1().paymentIntents().capture(first.getId());
    var again = provider.authorise(VISA, key);
    assertThat(again).isEqualTo(first);
    assertThat(again.getStatus()).isEqualTo("requires_capture");
    assertThat(again.getLastResponse().headers().firstValue("Idempotent-Replayed"))
        .hasValue("true");
  }

  @Test
  void givesTheFirstRefusalAgainForTheSameKey() {
    var key = newKey();
    var first = declined(key);
    var again = declined(key);
    assertThat(again.getStripeError().getPaymentIntent().getId())
        .isEqualTo(first.getStripeError().getPaymentIntent().getId());
  }

  @Test
  void refusesAKeyThatWasUsedForSomethingElse() throws Exception {
    var key = newKey();
    var _ = provider.authorise(VISA, key);
    var other = Provider.params(999, VISA);
    assertThatThrownBy(
            () -> provider.stripe().v1().paymentIntents().create(other, Provider.key(key)))
        .isInstanceOf(IdempotencyException.class);
  }

  @Test
  void makesOneIntentOfManySimultaneousRequestsWithOneKey() {
    var key = newKey();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ids =
          IntStream.range(0, 20)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> idOf(key), threads))
              .toList();
      assertThat(ids.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }
  }

  @Test
  void givesBackUpToWhatWasCaptured() throws Exception {
    var intent = provider.authorise(VISA, newKey());
    var _ = provider.stripe().v1().paymentIntents().capture(intent.getId());
    var key = newKey();
    provider.refund(intent, 500, key);
    provider.refund(intent, 500, key);
    assertThat(provider.money(intent)).isEqualTo("1500 1500 0 500");
    assertThatThrownBy(() -> provider.refund(intent, 1001, newKey()))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.getParam()).isEqualTo("amount"));
    provider.refund(intent, 1000, newKey());
    assertThat(provider.money(intent)).isEqualTo("1500 1500 0 1500");
    assertThatThrownBy(() -> provider.refund(intent, 1, newKey()))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e -> assertThat(e.getCode()).isEqualTo("charge_already_refunded"));

    var listed =
        provider
            .stripe()
            .v1()
            .refunds()
            .list(RefundListParams.builder().setPaymentIntent(intent.getId()).build())
            .getData();
    assertThat(listed).extracting(refund -> refund.getAmount()).containsExactly(1000L, 500L);
    assertThat(provider.stripe().v1().refunds().retrieve(listed.getFirst().getId()))
        .isEqualTo(listed.getFirst());
  }

  @Test
  void givesNothingBackThatWasNotCaptured() throws Exception {
    var intent = provider.authorise(VISA, newKey());
    assertUnexpectedState(
        () -> {
          provider.refund(intent, 1, newKey());
          return intent;
        });
  }

  @Test
  void takesMoneyAtOnceWithAutomaticCapture() throws Exception {
    var params =
        PaymentIntentCreateParams.builder()
            .setAmount(700L)
            .setCurrency("inr")
            .setPaymentMethod(VISA)
            .setConfirm(true)
            .build();
    var intent = provider.stripe().v1().paymentIntents().create(params);
    assertThat(intent.getStatus()).isEqualTo("succeeded");
    assertThat(provider.money(intent)).isEqualTo("700 700 0 0");
  }

  @Test
  void waitsForAConfirmationThatWasNotGivenAtOnce() throws Exception {
    var params =
        PaymentIntentCreateParams.builder()
            .setAmount(700L)
            .setCurrency("inr")
            .setPaymentMethod(VISA)
            .build();
    var intent = provider.stripe().v1().paymentIntents().create(params);
    assertThat(intent.getStatus()).isEqualTo("requires_confirmation");
    assertThat(provider.stripe().v1().paymentIntents().confirm(intent.getId()).getStatus())
        .isEqualTo("succeeded");
  }

  @Test
  void findsAnIntentByItsMetadata() throws Exception {
    var name = UUID.randomUUID().toString();
    var params =
        PaymentIntentCreateParams.builder()
            .setAmount(700L)
            .setCurrency("inr")
            .putMetadata("paymentId", name)
            .build();
    var intent = provider.stripe().v1().paymentIntents().create(params);

    assertThat(search("metadata['paymentId']:'" + name + "'"))
        .extracting(PaymentIntent::getId)
        .containsExactly(intent.getId());
    assertThat(search("metadata['paymentId']:'another'")).isEmpty();
    assertThatThrownBy(() -> search("amount>1")).isInstanceOf(InvalidRequestException.class);
  }

  private List<PaymentIntent> search(String query) throws StripeException {
    return provider
        .stripe()
        .v1()
        .paymentIntents()
        .search(PaymentIntentSearchParams.builder().setQuery(query).build())
        .getData();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(
            () -> provider.stripe("sk_test_other").v1().paymentIntents().retrieve("pi_1"))
        .isInstanceOf(AuthenticationException.class);
    assertThatThrownBy(() -> provider.stripe().v1().paymentIntents().retrieve("pi_1"))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e -> {
              assertThat(e.getStatusCode()).isEqualTo(404);
              assertThat(e.getCode()).isEqualTo("resource_missing");
            });
    assertThatThrownBy(() -> provider.authorise("pm_card_nobodys", newKey()))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e -> assertThat(e.getParam()).isEqualTo("payment_method"));
    var nothing = PaymentIntentCreateParams.builder().setAmount(0L).setCurrency("eur").build();
    assertThatThrownBy(() -> provider.stripe().v1().paymentIntents().create(nothing))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.getParam()).isEqualTo("amount"));
  }

  @Test
  void sumsUpItsLedger() throws Exception {
    var intent = provider.authorise(VISA, newKey());
    var summary = provider.json("/ledger/summary");
    assertThat(summary.path("paymentIntents").asInt()).isEqualTo(summary.path("accounts").size());
    assertThat(summary.path("accounts").findValuesAsString("paymentIntent"))
        .contains(intent.getId());
    long difference =
        summary.path("authorised").asLong()
            - summary.path("captured").asLong()
            - summary.path("voided").asLong();
    assertThat(difference).isNotNegative();
  }

  private CardException declined(String key) {
    return catchThrowableOfType(
        CardException.class, () -> provider.authorise("pm_card_visa_chargeDeclined", key));
  }

  private String idOf(String key) {
    try {
      return provider.authorise(VISA, key).getId();
    } catch (StripeException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Call {
    PaymentIntent run() throws StripeException;
  }

  private static void assertUnexpectedState(Call call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e -> assertThat(e.getCode()).isEqualTo("payment_intent_unexpected_state"));
  }

  @Test
  void listsInPagesWhatWasMadeInATimeNewestFirst() throws Exception {
    var made = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      made.add(provider.authorise(VISA, newKey()).getId());
    }
    var first = provider.stripe().v1().paymentIntents().retrieve(made.getFirst()).getCreated();
    var since =
        PaymentIntentListParams.builder()
            .setCreated(PaymentIntentListParams.Created.builder().setGte(first).build())
            .setLimit(2L)
            .build();
    var before =
        PaymentIntentListParams.builder()
            .setCreated(PaymentIntentListParams.Created.builder().setLt(first - 3600).build())
            .build();

    var listed = new ArrayList<String>();
    for (var intent : provider.stripe().v1().paymentIntents().list(since).autoPagingIterable()) {
      listed.add(intent.getId());
    }

    assertThat(listed.subList(0, 5)).isEqualTo(made.reversed());
    assertThat(provider.stripe().v1().paymentIntents().list(before).getData()).isEmpty();
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }
}
