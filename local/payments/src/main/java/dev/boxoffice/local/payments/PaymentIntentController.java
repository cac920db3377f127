package dev.boxoffice.local.payments;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
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
@RequestMapping("/v1/payment_intents")
class PaymentIntentController {

  private static final String KEY = "Idempotency-Key";

  private static final Pattern METADATA_QUERY = Pattern.compile("metadata\\['([^']+)']:'([^']*)'");

  private static final Set<String> CREATE_PARAMETERS =
      Set.of(
          "amount",
          "automatic_payment_methods",
          "capture_method",
          "confirm",
          "confirmation_method",
          "currency",
          "description",
          "expand",
          "metadata",
          "off_session",
          "payment_method",
          "payment_method_types",
          "receipt_email",
          "return_url",
          "statement_descriptor",
          "statement_descriptor_suffix");

  private final Book book;
  private final Charges charges;
  private final StripeJson json;
  private final Clock clock;

  PaymentIntentController(Book book, Charges charges, StripeJson json, Clock clock) {
    this.book = book;
    this.charges = charges;
    this.json = json;
    this.clock = clock;
  }

  @PostMapping
  ResponseEntity<String> create(
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    var form = new Form(parameters);
    var executed = book.execute(form.request(key, "/v1/payment_intents"), () -> created(form));
    return Answers.of(executed);
  }

  @GetMapping("/{id}")
  ResponseEntity<String> retrieve(@PathVariable String id) {
    var intent = book.intent(id);
    return Answers.of(intent == null ? json.answer(unknown(id)) : json.ok(json.intent(intent)));
  }

  @GetMapping
  ResponseEntity<String> list(
      @RequestParam(name = "created[gte]", required = false) @Nullable Long from,
      @RequestParam(name = "created[lt]", required = false) @Nullable Long before,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String after) {
    var page = Page.of(from, before, limit, after);
    var found = page.of(List.copyOf(book.intents()), Intent::id, Intent::createdAt);
    return Answers.of(
        json.list(
            "/v1/payment_intents",
            found.stream().limit(page.limit()).map(json::intent).toList(),
            found.size() > page.limit()));
  }

  /** Intents with one value of their metadata, in the search language's form for that. */
  @GetMapping("/search")
  ResponseEntity<String> search(@RequestParam String query) {
    var wanted = METADATA_QUERY.matcher(query);
    if (!wanted.matches()) {
      return Answers.of(
          json.answer(
              new Outcome.Invalid(
                  "parameter_invalid", "query", "Only metadata['name']:'value' is known here.")));
    }
    var found =
        book.intents().stream()
            .filter(
                intent -> wanted.group(2).equals(intent.terms().metadata().get(wanted.group(1))))
            .map(json::intent)
            .toList();
    return Answers.of(json.searchResult("/v1/payment_intents/search", found));
  }

  @PostMapping("/{id}/confirm")
  ResponseEntity<String> confirm(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    var form = new Form(parameters);
    return change(
        id,
        "confirm",
        form,
        key,
        intent ->
            charges.confirm(intent.with(form.text("payment_method"), form.text("return_url"))));
  }

  @PostMapping("/{id}/capture")
  ResponseEntity<String> capture(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    var form = new Form(parameters);
    return change(
        id,
        "capture",
        form,
        key,
        intent -> {
          var amount = form.amount("amount_to_capture");
          return form.has("amount_to_capture") && amount.isEmpty()
              ? invalidInteger("amount_to_capture")
              : charges.capture(intent, amount.orElse(null));
        });
  }

  @PostMapping("/{id}/cancel")
  ResponseEntity<String> cancel(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    var form = new Form(parameters);
    return change(
        id,
        "cancel",
        form,
        key,
        intent -> charges.cancel(intent, form.text("cancellation_reason")));
  }

  private ResponseEntity<String> change(
      String id, String verb, Form form, @Nullable String key, Function<Intent, Outcome> command) {
    var request = form.request(key, "/v1/payment_intents/" + id + "/" + verb);
    var executed =
        book.execute(
            request,
            () -> {
              var intent = book.intent(id);
              return intent == null ? unknown(id) : command.apply(intent);
            });
    return Answers.of(executed);
  }

  private Outcome created(Form form) {
    var stranger = form.unknown(CREATE_PARAMETERS);
    if (stranger.isPresent()) {
      return new Outcome.Invalid(
          "parameter_unknown", stranger.get(), "Received unknown parameter: " + stranger.get());
    }
    if (!form.has("amount")) {
      return missing("amount");
    }
    var amount = form.amount("amount");
    if (amount.isEmpty()) {
      return invalidInteger("amount");
    }
    var currency = form.text("currency");
    if (currency == null) {
      return missing("currency");
    }
    if (!currency.matches("(?i)[a-z]{3}")) {
      return new Outcome.Invalid("parameter_invalid", "currency", "Invalid currency: " + currency);
    }
    var method = form.text("payment_method");
    if (method != null && PaymentMethod.named(method) == null) {
      return new Outcome.Unknown("PaymentMethod", method, "payment_method");
    }
    var terms =
        new Intent.Terms(
            amount.get(),
            currency.toLowerCase(Locale.ROOT),
            "manual".equals(form.text("capture_method")),
            form.metadata(),
            form.text("description"));
    var intent = Intent.created(terms, method, form.text("return_url"), clock.instant());
    return "true".equals(form.text("confirm"))
        ? charges.confirm(intent)
        : new Outcome.Changed(intent, List.of(), List.of("payment_intent.created"));
  }

  private static Outcome unknown(String id) {
    return new Outcome.Unknown("payment_intent", id, "intent");
  }

  private static Outcome missing(String parameter) {
    return new Outcome.Invalid(
        "parameter_missing", parameter, "Missing required param: " + parameter + ".");
  }

  private static Outcome invalidInteger(String parameter) {
    return new Outcome.Invalid(
        "parameter_invalid_integer", parameter, "This value must be greater than or equal to 1.");
  }
}
