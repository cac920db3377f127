package dev.boxoffice.local.payments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All intents, refunds and remembered answers. One request at a time looks and changes. */
@Component
final class Book {

  private static final CompletableFuture<Void> NOTHING_TO_TELL =
      CompletableFuture.completedFuture(null);

  private final Journal journal;
  private final StripeJson json;
  private final Webhooks webhooks;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Intent> intents = new LinkedHashMap<>();
  private final Map<String, Refund> refunds = new LinkedHashMap<>();
  private final Map<String, List<Movement>> movements = new LinkedHashMap<>();
  private final Map<String, FirstAnswer> answers = new LinkedHashMap<>();

  /** Where the journal has the first answer to a key, and to what request it was. */
  private record FirstAnswer(String fingerprint, long position) {}

  Book(Journal journal, StripeJson json, Webhooks webhooks) {
    this.journal = journal;
    this.json = json;
    this.webhooks = webhooks;
    var unsettled = new LinkedHashMap<String, JournalEntry.Event>();
    journal.replay(
        (entry, position) -> {
          apply(entry, position);
          entry.events().forEach(event -> unsettled.put(event.id(), event));
          if (entry.settledEvent() != null) {
            unsettled.remove(entry.settledEvent());
          }
        });
    webhooks.start(unsettled.values(), this::settle);
  }

  @Nullable Intent intent(String id) {
    return locked(() -> intents.get(id));
  }

  @Nullable Refund refund(String id) {
    return locked(() -> refunds.get(id));
  }

  List<Refund> refundsOf(String intentId) {
    return locked(
        () -> refunds.values().stream().filter(r -> r.intentId().equals(intentId)).toList());
  }

  List<Refund> refunds() {
    return locked(() -> List.copyOf(refunds.values()));
  }

  Collection<Intent> intents() {
    return locked(() -> List.copyOf(intents.values()));
  }

  List<Movement> movementsOf(String intentId) {
    return locked(() -> List.copyOf(movements.getOrDefault(intentId, List.of())));
  }

  /**
   * Runs a command, or gives the first answer again when the request was made before. The answer is
   * as durable as its effect when this returns.
   */
  Executed execute(Request request, Supplier<Outcome> command) {
    var executed =
        locked(
            () -> {
              var first = request.key() == null ? null : answers.get(request.key());
              if (first == null) {
                return record(request, command.get());
              }
              return first.fingerprint.equals(request.fingerprint())
                  ? new Executed(rememberedAt(first.position), true, NOTHING_TO_TELL)
                  : new Executed(json.keyReused(), false, NOTHING_TO_TELL);
            });
    journal.sync();
    executed.toldFirst().join();
    return executed;
  }

  /**
   * An answer, and whether it is a repeated one.
   *
   * @param toldFirst completes when the answer may leave
   */
  record Executed(StripeAnswer answer, boolean replayed, CompletableFuture<Void> toldFirst) {}

  /** How many events the merchant has not taken yet. */
  int untoldEvents() {
    return webhooks.untold();
  }

  private StripeAnswer rememberedAt(long position) {
    var remembered = journal.at(position).remembered();
    if (remembered == null) {
      throw new IllegalStateException("no answer at " + position);
    }
    return remembered.answer();
  }

  private Executed record(Request request, Outcome outcome) {
    var answer = json.answer(outcome);
    return switch (outcome) {
      case Outcome.Changed changed -> {
        var fate = fate(changed.intent().state().paymentMethod());
        var events = events(request, changed.events(), json.intent(changed.intent()), fate);
        yield write(request, answer, changed.intent(), null, changed.movements(), events);
      }
      case Outcome.Declined declined -> {
        var events =
            events(
                request,
                List.of("payment_intent.payment_failed"),
                json.intent(declined.intent()),
                fate(declined.paymentMethod()));
        yield write(request, answer, declined.intent(), null, declined.movements(), events);
      }
      case Outcome.Refunded refunded -> {
        var events =
            events(
                request,
                List.of("refund.created"),
                json.refund(refunded.refund()),
                fate(refunded.intent().state().paymentMethod()));
        yield write(
            request, answer, refunded.intent(), refunded.refund(), refunded.movements(), events);
      }
      // Nothing happened, so there is nothing to repeat: the key may be used again.
      case Outcome.WrongState _, Outcome.Unknown _, Outcome.Invalid _ ->
          new Executed(answer, false, NOTHING_TO_TELL);
    };
  }

  private List<JournalEntry.Event> events(
      Request request, List<String> types, Map<String, ?> object, @Nullable WebhookFate fate) {
    return webhooks.isConfigured()
        ? types.stream().map(type -> json.event(type, object, request, fate)).toList()
        : List.of();
  }

  private static @Nullable WebhookFate fate(@Nullable String paymentMethod) {
    var method = PaymentMethod.of(paymentMethod);
    return method == null ? null : method.webhooks();
  }

  private Executed write(
      Request request,
      StripeAnswer answer,
      Intent intent,
      @Nullable Refund refund,
      List<Movement> moved,
      List<JournalEntry.Event> events) {
    var remembered =
        request.key() == null
            ? null
            : new JournalEntry.Remembered(request.key(), request.fingerprint(), answer);
    var entry = new JournalEntry(intent, refund, moved, events, remembered, null);
    apply(entry, journal.append(entry));
    var told = events.stream().map(webhooks::tell).toArray(CompletableFuture[]::new);
    return new Executed(answer, false, CompletableFuture.allOf(told));
  }

  private void settle(String eventId) {
    var entry = JournalEntry.settled(eventId);
    lock.lock();
    try {
      apply(entry, journal.append(entry));
    } finally {
      lock.unlock();
    }
  }

  private void apply(JournalEntry entry, long position) {
    var intent = entry.intent();
    if (intent != null) {
      intents.put(intent.id(), intent);
      movements.computeIfAbsent(intent.id(), id -> new ArrayList<>()).addAll(entry.movements());
    }
    if (entry.refund() != null) {
      refunds.put(entry.refund().id(), entry.refund());
    }
    var remembered = entry.remembered();
    if (remembered != null) {
      answers.put(remembered.key(), new FirstAnswer(remembered.fingerprint(), position));
    }
  }

  private <T extends @Nullable Object> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
