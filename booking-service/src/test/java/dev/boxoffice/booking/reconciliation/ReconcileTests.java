package dev.boxoffice.booking.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.fakes.LocalProviderStage;
import dev.boxoffice.testing.TestClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether what our books and the provider's differ in is found; other tests' payments are there.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReconcileTests extends LocalProviderStage {

  private static final long PRICE = 45_001;
  private static final Duration HALF_COMES_BACK = Duration.ofHours(10);

  private final Reconcile reconcile;
  private final MeterRegistry meters;
  private final StripeClient stripe =
      StripeClient.builder()
          .setApiKey(SECRET_KEY)
          .setApiBase(LEDGER.url().toString())
          .setMaxNetworkRetries(0)
          .build();

  ReconcileTests(TestClient client, JdbcClient jdbc, Reconcile reconcile, MeterRegistry meters) {
    super(client, jdbc);
    this.reconcile = reconcile;
    this.meters = meters;
  }

  @Test
  void findsNothingWhereAllAgree() {
    var paid = booked(SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS));
    var cancelled = cancelled();
    var declined =
        confirm(SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS), "pm_card_visa.capture_declined")
            .expect(402);
    var declinedId = UUID.fromString(declined.field("bookingId"));
    var mine =
        Stream.of(paid, cancelled, declinedId)
            .flatMap(id -> Stream.of(paymentOf(id), refundOf(id)))
            .toList();

    assertThat(found()).noneMatch(it -> mine.contains(it.subject()));
  }

  @Test
  void findsMoneySetAsideThatNobodyWaitsFor(CapturedOutput output) throws StripeException {
    var planted = plant(PaymentIntentCreateParams.CaptureMethod.MANUAL);

    var found = found(planted);
    var again = found(planted);

    assertThat(found)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.kind()).isEqualTo(Difference.Kind.SET_ASIDE);
              assertThat(it.ours()).isEqualTo(Money.of(0, "INR"));
              assertThat(it.theirs()).isEqualTo(Money.of(700, "INR"));
            });
    assertThat(again).isEqualTo(found);
    assertThat(output.getOut().lines().filter(it -> it.contains(planted))).hasSize(1);
    assertThat(openDifferences()).isPositive();
    var letGo = stripe.v1().paymentIntents().cancel(planted);
    assertThat(letGo.getStatus()).isEqualTo("canceled");
    assertThat(isOpen(planted)).isTrue();
    assertThat(found(planted)).isEmpty();
    assertThat(isOpen(planted)).isFalse();
  }

  @Test
  void leavesAloneAtNightWhatMayStillBeUnderWay() throws StripeException {
    var planted = plant(PaymentIntentCreateParams.CaptureMethod.MANUAL);

    reconcile.daily();

    assertThat(
            jdbc.sql("select count(*) from reconciliation_difference where subject = :subject")
                .param("subject", planted)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(meters.get("boxoffice.reconciliation.age").gauge().value()).isBetween(0.0, 60.0);
  }

  @Test
  void findsMoneyTakenThatWeKnowNothingOf() throws StripeException {
    var planted = plant(PaymentIntentCreateParams.CaptureMethod.AUTOMATIC);

    assertThat(found(planted))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.kind()).isEqualTo(Difference.Kind.CAPTURED);
              assertThat(it.theirs()).isEqualTo(Money.of(700, "INR"));
            });
  }

  @Test
  void findsAPaymentThatTheProviderKnowsNothingOf() {
    var id = booked(SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS));
    var theirs = paymentOf(id);
    var gone = "pi_gone_" + UUID.randomUUID();
    change("update payment_attempt set provider_payment_id = :to where booking_id = :id", id, gone);

    assertThat(found(gone))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.kind()).isEqualTo(Difference.Kind.CAPTURED);
              assertThat(it.ours()).isEqualTo(Money.of(2 * PRICE, "INR"));
              assertThat(it.theirs()).isEqualTo(Money.of(0, "INR"));
            });
    assertThat(found(theirs))
        .singleElement()
        .satisfies(it -> assertThat(it.ours()).isEqualTo(Money.of(0, "INR")));
  }

  @Test
  void findsARefundThatNobodyHereAskedFor() throws StripeException {
    var id = booked(SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS));
    var params =
        RefundCreateParams.builder().setPaymentIntent(paymentOf(id)).setAmount(100L).build();
    var planted = stripe.v1().refunds().create(params).getId();

    assertThat(found(planted))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.kind()).isEqualTo(Difference.Kind.REFUNDED);
              assertThat(it.ours()).isEqualTo(Money.of(0, "INR"));
              assertThat(it.theirs()).isEqualTo(Money.of(100, "INR"));
            });
  }

  @Test
  void findsARefundThatTheProviderKnowsNothingOf() {
    var id = cancelled();
    var theirs = refundOf(id);
    var gone = "re_gone_" + UUID.randomUUID();
    change("update refund set provider_refund_id = :to where booking_id = :id", id, gone);

    assertThat(found(gone)).hasSize(1);
    assertThat(found(theirs)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void findsAnAmountThatIsNotTheSame(int more) {
    var id = cancelled();
    change(
        "update refund set amount = amount + cast(:to as integer) where booking_id = :id",
        id,
        more);

    assertThat(found(refundOf(id)))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.kind()).isEqualTo(Difference.Kind.REFUNDED);
              assertThat(it.ours()).isEqualTo(Money.of(PRICE + more, "INR"));
              assertThat(it.theirs()).isEqualTo(Money.of(PRICE, "INR"));
            });
  }

  /** A booking of two seats of which half the price has come back. */
  private UUID cancelled() {
    var id = booked(SEATS.hold("alice", 2, PRICE, HALF_COMES_BACK));
    client.as("alice").delete("/v1/bookings/" + id).expect(200);
    until(() -> booking("alice", id).field("refundStatus").equals("SUCCEEDED"));
    return id;
  }

  /** A payment of seven rupees at the provider that bears our mark, though it is none of ours. */
  private String plant(PaymentIntentCreateParams.CaptureMethod capture) throws StripeException {
    var params =
        PaymentIntentCreateParams.builder()
            .setAmount(700L)
            .setCurrency("inr")
            .setPaymentMethod("pm_card_visa")
            .setCaptureMethod(capture)
            .setConfirm(true)
            .putMetadata("paymentId", UUID.randomUUID().toString())
            .build();
    return stripe.v1().paymentIntents().create(params).getId();
  }

  private List<Difference> found(String subject) {
    return found().stream().filter(it -> it.subject().equals(subject)).toList();
  }

  private List<Difference> found() {
    return reconcile.reconcile(Instant.now().plus(Duration.ofMinutes(1)));
  }

  private double openDifferences() {
    return meters.get("boxoffice.reconciliation.differences").gauge().value();
  }

  private boolean isOpen(String subject) {
    return jdbc.sql(
            """
            select settled_at is null from reconciliation_difference where subject = :subject
            """)
        .param("subject", subject)
        .query(Boolean.class)
        .single();
  }

  private String paymentOf(UUID bookingId) {
    return jdbc.sql("select provider_payment_id from payment_attempt where booking_id = :bookingId")
        .param("bookingId", bookingId)
        .query(String.class)
        .single();
  }

  private String refundOf(UUID bookingId) {
    return jdbc.sql("select provider_refund_id from refund where booking_id = :bookingId")
        .param("bookingId", bookingId)
        .query(String.class)
        .optional()
        .orElse("");
  }

  private void change(String sql, UUID bookingId, Object to) {
    assertThat(jdbc.sql(sql).param("to", to).param("id", bookingId).update()).isEqualTo(1);
  }
}
