package dev.boxoffice.local.payments;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/refunds")
class RefundController {

  private final Book book;
  private final StripeJson json;
  private final Clock clock;

  RefundController(Book book, StripeJson json, Clock clock) {
    this.book = book;
    this.json = json;
    this.clock = clock;
  }

  @PostMapping
  ResponseEntity<String> create(
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    var form = new Form(parameters);
    return Answers.of(book.execute(form.request(key, "/v1/refunds"), () -> refunded(form)));
  }

  @GetMapping("/{id}")
  ResponseEntity<String> retrieve(@PathVariable String id) {
    var refund = book.refund(id);
    return Answers.of(
        refund == null
            ? json.answer(new Outcome.Unknown("refund", id, "id"))
            : json.ok(json.refund(refund)));
  }

  @GetMapping
  ResponseEntity<String> list(
      @RequestParam(name = "payment_intent", required = false) @Nullable String intentId,
      @RequestParam(name = "created[gte]", required = false) @Nullable Long from,
      @RequestParam(name = "created[lt]", required = false) @Nullable Long before,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String after) {
    var page = Page.of(from, before, limit, after);
    var all = intentId == null ? book.refunds() : book.refundsOf(intentId);
    var found = page.of(all, Refund::id, Refund::createdAt);
    return Answers.of(
        json.list(
            "/v1/refunds",
            found.stream().limit(page.limit()).map(json::refund).toList(),
            found.size() > page.limit()));
  }

  private Outcome refunded(Form form) {
    var id = form.text("payment_intent");
    if (id == null) {
      return new Outcome.Invalid(
          "parameter_missing", "payment_intent", "Missing required param: payment_intent.");
    }
    var intent = book.intent(id);
    if (intent == null) {
      return new Outcome.Unknown("payment_intent", id, "payment_intent");
    }
    var charge = intent.state().charge();
    if (intent.status() != IntentStatus.SUCCEEDED || charge == null) {
      return new Outcome.WrongState(intent, "refund");
    }
    if (form.has("amount") && form.amount("amount").isEmpty()) {
      return new Outcome.Invalid(
          "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.");
    }
    long left = intent.refundable();
    if (left == 0) {
      return new Outcome.Invalid(
          "charge_already_refunded",
          "payment_intent",
          "Charge " + charge + " has already been refunded.");
    }
    long amount = form.amount("amount").orElse(left);
    if (amount > left) {
      return new Outcome.Invalid(
          "amount_too_large",
          "amount",
          "Refund amount (" + amount + ") is greater than unrefunded amount (" + left + ").");
    }
    var now = clock.instant();
    boolean isRefused = PaymentMethod.isDeclined(Call.REFUND, intent);
    var refund =
        new Refund(
            Ids.next("re_"),
            id,
            charge,
            amount,
            intent.terms().currency(),
            form.text("reason"),
            form.metadata(),
            now,
            isRefused ? "expired_or_canceled_card" : null);
    return isRefused
        ? new Outcome.Refunded(refund, intent, List.of())
        : new Outcome.Refunded(
            refund,
            intent.refundedBy(amount),
            List.of(new Movement(now, Movement.Kind.REFUNDED, amount)));
  }
}
