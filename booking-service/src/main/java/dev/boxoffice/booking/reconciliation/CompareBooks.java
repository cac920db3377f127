package dev.boxoffice.booking.reconciliation;

import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.payment.PaymentProvider;
import dev.boxoffice.booking.payment.ProviderPayment;
import dev.boxoffice.booking.payment.ProviderPaymentId;
import dev.boxoffice.booking.payment.ProviderRefund;
import dev.boxoffice.booking.payment.ProviderRefundId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks for what our books and the provider's do not agree in: both ways, so that neither a payment
 * that we never heard of nor one that the provider knows nothing of goes unseen. What has not ended
 * yet is left to its own process.
 */
@Component
class CompareBooks {

  /** The provider's clock may be behind ours; what it made is never older than our wish. */
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofHours(1);

  private final PaymentProvider provider;
  private final BooksLedger books;

  CompareBooks(PaymentProvider provider, BooksLedger books) {
    this.provider = provider;
    this.books = books;
  }

  /** What differs of payments and refunds that were begun in a time. */
  List<Difference> compare(Instant from, Instant to) {
    var since = from.minus(CLOCKS_DIFFER_BY);
    return Stream.concat(payments(since, from, to), refunds(since, from, to)).toList();
  }

  private Stream<Difference> payments(Instant since, Instant from, Instant to) {
    var theirs = byId(provider.payments(since), it -> it.id().value());
    var ours = byId(books.payments(theirs.keySet()), it -> it.id().value());
    var unlike =
        theirs.values().stream()
            .filter(it -> it.createdAt().isBefore(to))
            .flatMap(it -> unlike(it, ours.get(it.id().value())));
    var unknownToThem =
        books.payments(from, to).stream()
            .filter(own -> own.ended() && !own.captured().isNone())
            .filter(own -> !theirs.containsKey(own.id().value()))
            .map(own -> captured(own.id(), own.begunAt(), own.captured(), none(own.captured())));
    return Stream.concat(unlike, unknownToThem);
  }

  private static Stream<Difference> unlike(ProviderPayment theirs, @Nullable OwnPayment ours) {
    if (ours != null && !ours.ended()) {
      return Stream.empty();
    }
    var captured = ours == null ? none(theirs.captured()) : ours.captured();
    var found = new ArrayList<Difference>();
    if (!captured.equals(theirs.captured())) {
      found.add(captured(theirs.id(), theirs.createdAt(), captured, theirs.captured()));
    }
    if (!theirs.setAside().isNone()) {
      found.add(
          new Difference(
              Difference.Kind.SET_ASIDE,
              theirs.id().value(),
              theirs.createdAt(),
              none(theirs.setAside()),
              theirs.setAside()));
    }
    return found.stream();
  }

  private Stream<Difference> refunds(Instant since, Instant from, Instant to) {
    var theirs = refundsOfOurs(since);
    var ours = byId(books.refunds(theirs.keySet()), it -> it.id().value());
    var unlike =
        theirs.values().stream()
            .filter(it -> it.createdAt().isBefore(to))
            .flatMap(it -> unlike(it, ours.get(it.id().value())));
    var unknownToThem =
        books.refundsPaid(from, to).stream()
            .filter(own -> !theirs.containsKey(own.id().value()))
            .map(own -> refunded(own.id(), own.dueSince(), own.amount(), none(own.amount())));
    return Stream.concat(unlike, unknownToThem);
  }

  /** The account may have other business, which is none of ours. */
  private Map<String, ProviderRefund> refundsOfOurs(Instant since) {
    var all = provider.refunds(since);
    var ids = all.stream().map(it -> it.payment().value()).collect(Collectors.toSet());
    var ours = byId(books.payments(ids), it -> it.id().value());
    var refunds = all.stream().filter(it -> ours.containsKey(it.payment().value())).toList();
    return byId(refunds, it -> it.id().value());
  }

  private static Stream<Difference> unlike(ProviderRefund theirs, @Nullable OwnRefund ours) {
    var amount = ours == null ? none(theirs.amount()) : ours.amount();
    return amount.equals(theirs.amount())
        ? Stream.empty()
        : Stream.of(refunded(theirs.id(), theirs.createdAt(), amount, theirs.amount()));
  }

  private static Difference captured(
      ProviderPaymentId id, Instant begunAt, Money ours, Money theirs) {
    return new Difference(Difference.Kind.CAPTURED, id.value(), begunAt, ours, theirs);
  }

  private static Difference refunded(
      ProviderRefundId id, Instant begunAt, Money ours, Money theirs) {
    return new Difference(Difference.Kind.REFUNDED, id.value(), begunAt, ours, theirs);
  }

  private static <T> Map<String, T> byId(Collection<T> all, Function<T, String> id) {
    return all.stream().collect(Collectors.toMap(id, it -> it, (one, same) -> one));
  }

  private static Money none(Money like) {
    return Money.none(like.currency());
  }
}
