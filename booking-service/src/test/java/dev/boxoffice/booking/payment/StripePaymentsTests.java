package dev.boxoffice.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.PaymentId;
import dev.boxoffice.booking.fakes.LocalProvider;
import dev.boxoffice.booking.fakes.Stage;
import dev.boxoffice.booking.fakes.WebhookRelay;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Purchases and refunds through Stripe's own client, judged by the provider's ledger. */
class StripePaymentsTests extends Stage {

  private static final long PRICE = 45_001;
  private static final String WEBHOOK_SECRET = "whsec_stripe_payments";
  private static final WebhookRelay WEBHOOKS = new WebhookRelay();
  private static final LocalProvider LEDGER =
      new LocalProvider("sk_test_stripe_payments", WEBHOOK_SECRET, WEBHOOKS.url());

  private final JdbcClient jdbc;

  StripePaymentsTests(TestClient client, JdbcClient jdbc) {
    super(client);
    this.jdbc = jdbc;
  }

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry registry) {
    registry.add("boxoffice.payment.url", LEDGER::url);
    registry.add("boxoffice.payment.secret-key", () -> "sk_test_stripe_payments");
    registry.add("boxoffice.payment.webhook-secret", () -> WEBHOOK_SECRET);
    registry.add("boxoffice.payment.answer-within", () -> "PT1S");
  }

  @BeforeEach
  void connectWebhooks() {
    WEBHOOKS.to(client);
  }

  @Test
  void capturesOnceWhatTheSeatsCost() {
    var answer = confirm(SEATS.hold("alice", 3, PRICE, IN_TWO_DAYS), "pm_card_visa").expect(201);

    assertThat(LEDGER.accounts(id(answer)))
        .singleElement()
        .satisfies(
            account -> {
              assertThat(account.get("captured").asLong()).isEqualTo(3 * PRICE);
              assertThat(account.get("authorised").asLong()).isEqualTo(3 * PRICE);
              assertThat(account.get("currency").asString()).isEqualTo("inr");
              assertThat(account.at("/metadata/paymentId").asString())
                  .isEqualTo(answer.field("paymentId"));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "pm_card_visa_chargeDeclined, generic_decline",
    "pm_card_visa_chargeDeclinedInsufficientFunds, insufficient_funds",
    "pm_card_of_nobody, resource_missing",
  })
  void passesOnWhyACardIsDeclinedAndTakesAnother(String card, String declineCode) {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);

    var declined = confirm(hold, card).expect(402, "PAYMENT_DECLINED");
    var paid = confirm(hold, "pm_card_mastercard").expect(201);

    assertThat(declined.field("declineCode")).isEqualTo(declineCode);
    assertThat(captured(id(paid))).isEqualTo(PRICE);
  }

  @Test
  void confirmsOnceTheBuyerHasSatisfiedTheBank() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var pending = confirm(hold, "pm_card_threeDSecure2Required").expect(202);

    atTheBank(pending, "complete");

    awaitStatus("alice", id(pending), "CONFIRMED");
    assertThat(captured(id(pending))).isEqualTo(PRICE);
    assertThat(WEBHOOKS.statuses()).isNotEmpty().containsOnly(200);
  }

  @Test
  void declinesWhenTheBuyerRefusesAtTheBank() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var pending = confirm(hold, "pm_card_threeDSecure2Required").expect(202);

    atTheBank(pending, "fail");

    confirm(hold, "pm_card_threeDSecure2Required").expect(402, "PAYMENT_DECLINED");
    assertThat(captured(id(pending))).isZero();
    confirm(hold, "pm_card_visa").expect(201);
  }

  @Test
  void voidsWhenTheHoldEndsAtTheBank() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var pending = confirm(hold, "pm_card_threeDSecure2Required").expect(202);
    hold.expire();

    atTheBank(pending, "complete");

    awaitStatus("alice", id(pending), "FAILED");
    assertThat(LEDGER.accounts(id(pending)))
        .singleElement()
        .satisfies(
            account -> {
              assertThat(account.get("voided").asLong()).isEqualTo(PRICE);
              assertThat(account.get("captured").asLong()).isZero();
            });
  }

  @Test
  void refundsWhatWasGivenBack() {
    var hold = SEATS.hold("alice", 2, PRICE, Duration.ofHours(10));
    var id = id(confirm(hold, "pm_card_visa").expect(201));

    client.as("alice").delete("/v1/bookings/" + id).expect(200);

    until(() -> booking("alice", id).field("refundStatus").equals("SUCCEEDED"));
    assertThat(LEDGER.accounts(id))
        .singleElement()
        .satisfies(account -> assertThat(account.get("refunded").asLong()).isEqualTo(PRICE));
  }

  @Test
  void findsWhatWasAskedForWithoutAskingAgain(@Autowired PaymentProvider provider) {
    var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);
    var confirmed = confirm(hold, "pm_card_visa").expect(201);
    client.as("alice").delete("/v1/bookings/" + id(confirmed)).expect(200);
    until(() -> booking("alice", id(confirmed)).field("refundStatus").equals("SUCCEEDED"));
    var account = LEDGER.accounts(id(confirmed)).getFirst();
    var asked =
        new AuthorisationRequest(
            new BookingId(id(confirmed)),
            1,
            new PaymentId(UUID.fromString(confirmed.field("paymentId"))),
            Money.of(2 * PRICE, "INR"),
            "pm_card_visa");
    var neverAsked =
        new AuthorisationRequest(
            asked.bookingId(), 2, new PaymentId(UUID.randomUUID()), asked.amount(), "pm_card_visa");

    var found = provider.find(asked);

    assertThat(found).isInstanceOf(Authorisation.Authorised.class);
    assertThat(provider.find(neverAsked)).isNull();
    assertThat(account.get("refunded").asLong()).isEqualTo(2 * PRICE);
    var payment = ((Authorisation.Authorised) found).id();
    assertThat(provider.find(refund(asked, refundOf(id(confirmed)), payment)))
        .isInstanceOf(RefundAnswer.Refunded.class);
    assertThat(provider.find(refund(asked, UUID.randomUUID(), payment))).isNull();
    assertThat(LEDGER.accounts(id(confirmed))).hasSize(1);
  }

  private static RefundRequest refund(
      AuthorisationRequest paid, UUID refundId, ProviderPaymentId payment) {
    return new RefundRequest(paid.bookingId(), refundId, payment, paid.amount(), 0);
  }

  private UUID refundOf(UUID bookingId) {
    return jdbc.sql("select refund_id from refund where booking_id = :id")
        .param("id", bookingId)
        .query(UUID.class)
        .single();
  }

  @Test
  void finishesOnceWhenTheProviderComesBack() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);

    Answer pending;
    LEDGER.freeze();
    try {
      pending = confirm(hold, "pm_card_visa").expect(202);
    } finally {
      LEDGER.thaw();
    }

    awaitStatus("alice", id(pending), "CONFIRMED");
    assertThat(LEDGER.accounts(id(pending)))
        .singleElement()
        .satisfies(account -> assertThat(account.get("captured").asLong()).isEqualTo(PRICE));
  }

  private static void atTheBank(Answer pending, String result) {
    var page = URI.create(pending.field("nextAction/url"));
    var answer =
        TestClient.at(URI.create("http://" + page.getAuthority()))
            .with("Content-Type", "application/x-www-form-urlencoded")
            .post(page.getPath(), page.getQuery() + "&result=" + result);
    assertThat(answer.status()).isBetween(200, 399);
  }

  private static long captured(UUID bookingId) {
    return LEDGER.accounts(bookingId).stream()
        .mapToLong(account -> account.get("captured").asLong())
        .sum();
  }

  private static UUID id(Answer answer) {
    return UUID.fromString(answer.field("bookingId"));
  }
}
