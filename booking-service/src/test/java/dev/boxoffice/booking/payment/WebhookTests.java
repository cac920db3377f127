package dev.boxoffice.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import dev.boxoffice.booking.fakes.FakeProvider;
import dev.boxoffice.booking.fakes.FakeProviderStage;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WebhookTests extends FakeProviderStage {

  private static final String SECRET = "whsec_fixture";
  private final JdbcClient jdbc;

  WebhookTests(TestClient client, JdbcClient jdbc) {
    super(client);
    this.jdbc = jdbc;
  }

  @Test
  void wakesThePurchaseItConcerns() throws GeneralSecurityException {
    var hold = SEATS.hold("alice", 1, 45_000, IN_TWO_DAYS);
    var pending = confirm(hold, FakeProvider.ASKS_THE_BUYER).expect(202);
    var bookingId = UUID.fromString(pending.field("bookingId"));
    PROVIDER.buyerActs(bookingId, true);
    var payment = PROVIDER.paymentsOf(bookingId).getFirst();
    // Nothing but the webhook makes it due before the test gives up.
    assertThat(
            jdbc.sql("update work set due_at = now() + interval '1 hour' where key = :key")
                .param("key", payment.paymentId)
                .update())
        .isEqualTo(1);
    var event = event("evt_" + UUID.randomUUID(), payment.paymentId.toString());

    var answer = send(event, signature(event, Instant.now(), SECRET)).expect(200);

    assertThat(answer.body().get("received").asBoolean()).isTrue();
    awaitStatus("alice", bookingId, "CONFIRMED");
  }

  @Test
  void countsADuplicateOnce() throws GeneralSecurityException {
    var id = "evt_" + UUID.randomUUID();
    var event = event(id, UUID.randomUUID().toString());

    send(event, signature(event, Instant.now(), SECRET)).expect(200);
    send(event, signature(event, Instant.now(), SECRET)).expect(200);

    assertThat(
            jdbc.sql("select count(*) from provider_event where event_id = :id")
                .param("id", id)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void wakesNobodyForADuplicate() throws GeneralSecurityException {
    var hold = SEATS.hold("alice", 1, 45_000, IN_TWO_DAYS);
    var pending = confirm(hold, FakeProvider.ASKS_THE_BUYER).expect(202);
    var bookingId = UUID.fromString(pending.field("bookingId"));
    var payment = PROVIDER.paymentsOf(bookingId).getFirst().paymentId;
    var event = event("evt_" + UUID.randomUUID(), payment.toString());
    send(event, signature(event, Instant.now(), SECRET)).expect(200);
    until(() -> isPutOffForAnHour(payment));

    send(event, signature(event, Instant.now(), SECRET)).expect(200);

    assertThat(isDueInTheNextHalfHour(payment)).isFalse();
  }

  /** False while a run is under way, which would say itself when it is due again. */
  private boolean isPutOffForAnHour(UUID payment) {
    return jdbc.sql(
                """
                update work set due_at = now() + interval '1 hour'
                where key = :key and lease_token is null
                """)
            .param("key", payment)
            .update()
        == 1;
  }

  private boolean isDueInTheNextHalfHour(UUID payment) {
    return jdbc.sql("select due_at < now() + interval '30 minutes' from work where key = :key")
        .param("key", payment)
        .query(Boolean.class)
        .single();
  }

  @Test
  void believesNothingThatIsNotFreshlySignedByTheProvider() throws GeneralSecurityException {
    var id = "evt_" + UUID.randomUUID();
    var event = event(id, UUID.randomUUID().toString());
    var good = signature(event, Instant.now(), SECRET);
    var old = Instant.now().minus(Duration.ofMinutes(5)).minusSeconds(2);

    client.post("/v1/payments/webhook", event).expect(400, "VALIDATION_FAILED");
    send(event, "nonsense").expect(400, "VALIDATION_FAILED");
    send(event, "t=abc,v1=def").expect(400, "VALIDATION_FAILED");
    send(event, "").expect(400, "VALIDATION_FAILED");
    send(event, signature(event, Instant.now(), "whsec_another")).expect(400, "VALIDATION_FAILED");
    send(event, signature(event, old, SECRET)).expect(400, "VALIDATION_FAILED");
    send(event + " ", good).expect(400, "VALIDATION_FAILED");

    assertThat(
            jdbc.sql("select count(*) from provider_event where event_id = :id")
                .param("id", id)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void takesSignedWordsThatConcernNothingOfOurs() throws GeneralSecurityException {
    var strange =
        "{\"id\":\"evt_%s\",\"type\":\"customer.created\",\"data\":{\"object\":{\"id\":\"cus_1\"}}}"
            .formatted(UUID.randomUUID());
    var foreign = event("evt_" + UUID.randomUUID(), "not-one-of-our-ids");
    var noEvent = "[]";

    send(strange, signature(strange, Instant.now(), SECRET)).expect(200);
    send(foreign, signature(foreign, Instant.now(), SECRET)).expect(200);
    send(noEvent, signature(noEvent, Instant.now(), SECRET)).expect(400, "VALIDATION_FAILED");
  }

  private Answer send(String event, String signature) {
    return client.with("Stripe-Signature", signature).post("/v1/payments/webhook", event);
  }

  private static String signature(String event, Instant at, String secret)
      throws GeneralSecurityException {
    return Webhook.Signature.generateSignatureHeader(event, secret, at.getEpochSecond());
  }

  private static String event(String id, String paymentId) {
    return """
        {"id":"%s","object":"event","type":"payment_intent.amount_capturable_updated",
         "api_version":"2026-07-29","created":1795500000,"livemode":false,
         "data":{"object":{"id":"pi_1","object":"payment_intent","amount":45000,
                           "metadata":{"bookingId":"%s","paymentId":"%s"}}}}
        """
        .formatted(id, UUID.randomUUID(), paymentId);
  }
}
