package dev.boxoffice.local.payments;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers of the API as HTTP. */
final class Answers {

  private Answers() {}

  static ResponseEntity<String> of(StripeAnswer answer) {
    return builder(answer).body(answer.body());
  }

  static ResponseEntity<String> of(Book.Executed executed) {
    var builder = builder(executed.answer());
    if (executed.replayed()) {
      builder.header("Idempotent-Replayed", "true");
    }
    return builder.body(executed.answer().body());
  }

  private static ResponseEntity.BodyBuilder builder(StripeAnswer answer) {
    return ResponseEntity.status(answer.status())
        .contentType(MediaType.APPLICATION_JSON)
        .header("Request-Id", Ids.next("req_"))
        .header("Stripe-Version", StripeJson.API_VERSION);
  }
}
