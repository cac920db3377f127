package dev.boxoffice.local.payments;

import java.util.Locale;

/** Where a payment intent stands, under the API's names in lower case. */
enum IntentStatus {
  REQUIRES_PAYMENT_METHOD,
  REQUIRES_CONFIRMATION,
  REQUIRES_ACTION,
  REQUIRES_CAPTURE,
  SUCCEEDED,
  CANCELED;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
