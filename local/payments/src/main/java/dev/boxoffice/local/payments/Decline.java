package dev.boxoffice.local.payments;

import org.jspecify.annotations.Nullable;

/** Why a card was refused, in the API's words. */
record Decline(String code, @Nullable String declineCode, String message) {

  static final Decline GENERIC =
      new Decline("card_declined", "generic_decline", "Your card was declined.");
  static final Decline INSUFFICIENT_FUNDS =
      new Decline("card_declined", "insufficient_funds", "Your card has insufficient funds.");
  static final Decline EXPIRED_CARD =
      new Decline("expired_card", "expired_card", "Your card has expired.");
  static final Decline NOT_AUTHENTICATED =
      new Decline(
          "payment_intent_authentication_failure",
          null,
          "The provided payment method has failed authentication.");
}
