package dev.boxoffice.local.payments;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The API's objects and errors as it spells them. */
@Component
final class StripeJson {

  /** The version whose objects these are; clients check it on events. */
  static final String API_VERSION = "2026-07-29.dahlia";

  private final JsonMapper json;
  private final Clock clock;
  private final String publicUrl;

  StripeJson(JsonMapper json, Clock clock, PaymentSettings settings) {
    this.json = json;
    this.clock = clock;
    this.publicUrl = settings.publicUrl().toString();
  }

  StripeAnswer answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Changed changed -> ok(intent(changed.intent()));
      case Outcome.Refunded refunded -> ok(refund(refunded.refund()));
      case Outcome.Declined declined -> declined(declined);
      case Outcome.WrongState wrong -> wrongState(wrong);
      case Outcome.Unknown unknown ->
          error(
              404,
              "invalid_request_error",
              "resource_missing",
              unknown.parameter(),
              "No such " + unknown.kind() + ": '" + unknown.id() + "'");
      case Outcome.Invalid invalid ->
          error(
              400, "invalid_request_error", invalid.code(), invalid.parameter(), invalid.message());
    };
  }

  StripeAnswer ok(Object body) {
    return new StripeAnswer(200, json.writeValueAsString(body));
  }

  StripeAnswer list(String url, List<Map<String, @Nullable Object>> items, boolean hasMore) {
    return ok(Map.of("object", "list", "url", url, "has_more", hasMore, "data", items));
  }

  StripeAnswer searchResult(String url, List<Map<String, @Nullable Object>> items) {
    return ok(Map.of("object", "search_result", "url", url, "has_more", false, "data", items));
  }

  StripeAnswer keyReused() {
    return error(
        400,
        "idempotency_error",
        null,
        null,
        "Keys for idempotent requests can only be used with the same parameters they were first"
            + " used with.");
  }

  StripeAnswer error(
      int status, String type, @Nullable String code, @Nullable String parameter, String message) {
    return error(status, description(type, code, message, parameter));
  }

  Map<String, @Nullable Object> intent(Intent intent) {
    var terms = intent.terms();
    var state = intent.state();
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("id", intent.id());
    object.put("object", "payment_intent");
    object.put("amount", terms.amount());
    object.put("amount_capturable", intent.capturable());
    object.put("amount_received", state.captured());
    var cancellation = state.cancellation();
    object.put("canceled_at", cancellation == null ? null : seconds(cancellation.at()));
    object.put("cancellation_reason", cancellation == null ? null : cancellation.reason());
    object.put("capture_method", terms.manualCapture() ? "manual" : "automatic");
    object.put("client_secret", intent.clientSecret());
    object.put("confirmation_method", "automatic");
    object.put("created", seconds(intent.createdAt()));
    object.put("currency", terms.currency());
    object.put("description", terms.description());
    var error = state.lastError();
    object.put(
        "last_payment_error",
        error == null
            ? null
            : withDecline(description("card_error", error.code(), error.message(), null), error));
    object.put("latest_charge", state.charge());
    object.put("livemode", false);
    object.put("metadata", terms.metadata());
    object.put("next_action", nextAction(intent));
    object.put("payment_method", state.paymentMethod());
    object.put("payment_method_types", List.of("card"));
    object.put("status", intent.status().wire());
    return object;
  }

  Map<String, @Nullable Object> refund(Refund refund) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("id", refund.id());
    object.put("object", "refund");
    object.put("amount", refund.amount());
    object.put("charge", refund.charge());
    object.put("created", seconds(refund.createdAt()));
    object.put("currency", refund.currency());
    object.put("metadata", refund.metadata());
    object.put("payment_intent", refund.intentId());
    object.put("reason", refund.reason());
    object.put("failure_reason", refund.failureReason());
    object.put("status", refund.failureReason() == null ? "succeeded" : "failed");
    return object;
  }

  JournalEntry.Event event(
      String type, Map<String, ?> about, Request request, @Nullable WebhookFate fate) {
    var id = Ids.next("evt_");
    var cause = new LinkedHashMap<String, @Nullable Object>();
    cause.put("id", null);
    cause.put("idempotency_key", request.key());
    var object = new LinkedHashMap<String, Object>();
    object.put("id", id);
    object.put("object", "event");
    object.put("api_version", API_VERSION);
    object.put("created", seconds(clock.instant()));
    object.put("data", Map.of("object", about));
    object.put("livemode", false);
    object.put("pending_webhooks", 1);
    object.put("request", cause);
    object.put("type", type);
    return new JournalEntry.Event(id, type, json.writeValueAsString(object), fate);
  }

  private StripeAnswer declined(Outcome.Declined outcome) {
    var decline = outcome.decline();
    var error =
        withDecline(description("card_error", decline.code(), decline.message(), null), decline);
    error.put("charge", outcome.intent().state().charge());
    error.put("payment_intent", intent(outcome.intent()));
    return error(402, error);
  }

  private StripeAnswer wrongState(Outcome.WrongState outcome) {
    var error =
        description(
            "invalid_request_error",
            "payment_intent_unexpected_state",
            "You cannot "
                + outcome.attempted()
                + " this PaymentIntent because it has a status of "
                + outcome.intent().status().wire()
                + ".",
            null);
    error.put("payment_intent", intent(outcome.intent()));
    return error(400, error);
  }

  private @Nullable Map<String, Object> nextAction(Intent intent) {
    if (intent.status() != IntentStatus.REQUIRES_ACTION) {
      return null;
    }
    var redirect = new LinkedHashMap<String, @Nullable Object>();
    redirect.put("return_url", intent.state().returnUrl());
    redirect.put(
        "url",
        publicUrl + "/authenticate/" + intent.id() + "?client_secret=" + intent.clientSecret());
    return Map.of("type", "redirect_to_url", "redirect_to_url", redirect);
  }

  private StripeAnswer error(int status, Map<String, @Nullable Object> error) {
    return new StripeAnswer(status, json.writeValueAsString(Map.of("error", error)));
  }

  private static Map<String, @Nullable Object> description(
      String type, @Nullable String code, String message, @Nullable String parameter) {
    var error = new LinkedHashMap<String, @Nullable Object>();
    error.put("type", type);
    error.put("code", code);
    error.put("message", message);
    error.put("param", parameter);
    return error;
  }

  private static Map<String, @Nullable Object> withDecline(
      Map<String, @Nullable Object> error, Decline decline) {
    error.put("decline_code", decline.declineCode());
    return error;
  }

  private static long seconds(Instant instant) {
    return instant.getEpochSecond();
  }
}
