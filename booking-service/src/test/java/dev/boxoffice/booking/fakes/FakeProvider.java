package dev.boxoffice.booking.fakes;

import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.payment.Authorisation;
import dev.boxoffice.booking.payment.AuthorisationRequest;
import dev.boxoffice.booking.payment.Capture;
import dev.boxoffice.booking.payment.PaymentProvider;
import dev.boxoffice.booking.payment.ProviderPayment;
import dev.boxoffice.booking.payment.ProviderPaymentId;
import dev.boxoffice.booking.payment.ProviderRefund;
import dev.boxoffice.booking.payment.ProviderRefundId;
import dev.boxoffice.booking.payment.RefundAnswer;
import dev.boxoffice.booking.payment.RefundRequest;
import dev.boxoffice.defaults.problem.UnavailableException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A payment provider with a ledger, whose answers can be lost, with and without their effect. */
public final class FakeProvider implements PaymentProvider {

  public static final String PAYS = "pm_card_visa";
  public static final String PAYS_TOO = "pm_card_mastercard";
  public static final String DECLINED = "pm_card_visa_chargeDeclined";
  public static final String ASKS_THE_BUYER = "pm_card_threeDSecure2Required";
  public static final String CAPTURE_DECLINED = "pm_card_captureDeclined";

  private static final Clock CLOCK = Clock.systemUTC();

  private final Faults faults = new Faults();
  private final Map<String, ProviderPaymentId> byKey = new HashMap<>();
  private final Map<ProviderPaymentId, Payment> payments = new HashMap<>();
  private final Map<String, ProviderRefundId> refundsByKey = new HashMap<>();
  private final Map<UUID, ProviderRefundId> refundsById = new HashMap<>();
  private final List<ProviderRefund> refunds = new ArrayList<>();
  private final AtomicInteger hanging = new AtomicInteger();
  private volatile @Nullable CountDownLatch gate;

  /** Where a payment is. */
  public enum State {
    NEEDS_BUYER,
    DECLINED,
    AUTHORISED,
    CAPTURED,
    VOIDED
  }

  /** A payment in the ledger; amounts in minor units. */
  public static final class Payment {
    public final UUID bookingId;
    public final UUID paymentId;
    final String method;
    public final long amount;
    public State state;
    public int captures;
    public long refunded;
    public int refunds;
    final Currency currency;
    final Instant createdAt;

    Payment(AuthorisationRequest request, State state) {
      this.bookingId = request.bookingId().value();
      this.paymentId = request.paymentId().value();
      this.method = request.paymentMethodId();
      this.amount = request.amount().minorUnits();
      this.currency = request.amount().currency();
      this.createdAt = CLOCK.instant();
      this.state = state;
    }
  }

  /** Lets the next call of that name go wrong. */
  public void planFault(String call, Fault fault) {
    faults.plan(call, fault);
  }

  /** What was to go wrong does not. */
  public void clearFaults() {
    faults.clear();
  }

  /** From now on authorisations hang until the latch is released. */
  public CountDownLatch hang() {
    var latch = new CountDownLatch(1);
    gate = latch;
    return latch;
  }

  /** How many authorisations hang just now. */
  public int hanging() {
    return hanging.get();
  }

  /** All payments of a booking, in no order. */
  public synchronized List<Payment> paymentsOf(UUID bookingId) {
    return payments.values().stream().filter(p -> p.bookingId.equals(bookingId)).toList();
  }

  /** What the provider holds for a booking after refunds, in minor units. */
  public synchronized long netOf(UUID bookingId) {
    return paymentsOf(bookingId).stream()
        .mapToLong(p -> (long) p.captures * p.amount - p.refunded)
        .sum();
  }

  /** The buyer satisfies the bank, or fails to. */
  public synchronized void buyerActs(UUID bookingId, boolean successfully) {
    var payment =
        paymentsOf(bookingId).stream()
            .filter(p -> p.state == State.NEEDS_BUYER)
            .findFirst()
            .orElseThrow();
    payment.state = successfully ? State.AUTHORISED : State.DECLINED;
  }

  @Override
  public Authorisation authorise(AuthorisationRequest request) {
    await();
    return faulty("authorise", () -> authorised(request));
  }

  private synchronized Authorisation authorised(AuthorisationRequest request) {
    var id =
        byKey.computeIfAbsent(
            request.idempotencyKey(),
            key -> {
              var created = new ProviderPaymentId("pi_" + UUID.randomUUID());
              payments.put(created, new Payment(request, firstState(request.paymentMethodId())));
              return created;
            });
    return authorisation(id);
  }

  private static State firstState(String method) {
    return switch (method) {
      case ASKS_THE_BUYER -> State.NEEDS_BUYER;
      case DECLINED -> State.DECLINED;
      default -> State.AUTHORISED;
    };
  }

  /** What has happened stays, but a day has gone by: repetitions are taken for new wishes. */
  public synchronized void forgetKeys() {
    byKey.clear();
    refundsByKey.clear();
  }

  /** A request that got lost never happened. */
  public synchronized void forgetPaymentsOf(UUID bookingId) {
    payments.values().removeIf(payment -> payment.bookingId.equals(bookingId));
  }

  @Override
  public synchronized @Nullable Authorisation find(AuthorisationRequest request) {
    return payments.entrySet().stream()
        .filter(payment -> payment.getValue().paymentId.equals(request.paymentId().value()))
        .findFirst()
        .map(payment -> authorisation(payment.getKey()))
        .orElse(null);
  }

  @Override
  public Authorisation look(ProviderPaymentId payment) {
    return faulty("look", () -> authorisation(payment));
  }

  private synchronized Authorisation authorisation(ProviderPaymentId id) {
    return switch (payment(id).state) {
      case NEEDS_BUYER ->
          new Authorisation.NeedsBuyer(id, URI.create("https://bank.test/" + id.value()));
      case DECLINED, VOIDED -> new Authorisation.Declined("generic_decline");
      case AUTHORISED, CAPTURED -> new Authorisation.Authorised(id);
    };
  }

  @Override
  public Capture capture(ProviderPaymentId payment) {
    return faulty("capture", () -> captured(payment(payment)));
  }

  private synchronized Capture captured(Payment payment) {
    if (payment.method.equals(CAPTURE_DECLINED)) {
      return new Capture.Refused("card_declined");
    }
    if (payment.state == State.AUTHORISED) {
      payment.state = State.CAPTURED;
      payment.captures++;
    }
    return payment.state == State.CAPTURED
        ? new Capture.Captured()
        : new Capture.Refused(payment.state.name());
  }

  @Override
  public void release(ProviderPaymentId payment) {
    var released =
        faulty(
            "release",
            () -> {
              var it = payment(payment);
              if (it.state == State.CAPTURED) {
                throw new IllegalStateException(payment + " is captured");
              }
              it.state = State.VOIDED;
              return it.state;
            });
    Objects.requireNonNull(released);
  }

  @Override
  public RefundAnswer refund(RefundRequest request) {
    return faulty("refund", () -> refunded(request));
  }

  private synchronized RefundAnswer refunded(RefundRequest request) {
    var id =
        refundsByKey.computeIfAbsent(
            request.idempotencyKey(),
            key -> {
              var payment = payment(request.payment());
              payment.refunded += request.amount().minorUnits();
              payment.refunds++;
              var created = new ProviderRefundId("re_" + UUID.randomUUID());
              refundsById.put(request.refundId(), created);
              refunds.add(
                  new ProviderRefund(
                      created, request.payment(), request.amount(), CLOCK.instant()));
              return created;
            });
    return new RefundAnswer.Refunded(id);
  }

  @Override
  public synchronized @Nullable RefundAnswer find(RefundRequest request) {
    var id = refundsById.get(request.refundId());
    return id == null ? null : new RefundAnswer.Refunded(id);
  }

  @Override
  public RefundAnswer look(ProviderRefundId refund) {
    return new RefundAnswer.Refunded(refund);
  }

  @Override
  public synchronized List<ProviderPayment> payments(Instant since) {
    return payments.entrySet().stream()
        .filter(it -> !it.getValue().createdAt.isBefore(since))
        .map(it -> onTheBooks(it.getKey(), it.getValue()))
        .toList();
  }

  private static ProviderPayment onTheBooks(ProviderPaymentId id, Payment payment) {
    var amount = new Money(payment.amount, payment.currency);
    var nothing = Money.none(payment.currency);
    return new ProviderPayment(
        id,
        payment.state == State.CAPTURED ? amount : nothing,
        payment.state == State.AUTHORISED ? amount : nothing,
        payment.createdAt);
  }

  @Override
  public synchronized List<ProviderRefund> refunds(Instant since) {
    return refunds.stream().filter(refund -> !refund.createdAt().isBefore(since)).toList();
  }

  private synchronized Payment payment(ProviderPaymentId id) {
    return Objects.requireNonNull(payments.get(id), id::value);
  }

  private <T> T faulty(String call, Supplier<T> effect) {
    var fault = faults.next(call);
    if (fault == Fault.REQUEST_LOST) {
      throw new UnavailableException("The provider never heard of " + call, null);
    }
    var result = effect.get();
    if (fault == Fault.ANSWER_LOST) {
      throw new UnavailableException("The provider's answer to " + call + " is lost", null);
    }
    return result;
  }

  private void await() {
    var latch = gate;
    if (latch != null) {
      hanging.incrementAndGet();
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UnavailableException("interrupted", e);
      } finally {
        hanging.decrementAndGet();
      }
    }
  }
}
