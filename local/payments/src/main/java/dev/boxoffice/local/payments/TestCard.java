package dev.boxoffice.local.payments;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a test payment method does when it is charged. */
sealed interface TestCard {

  /** Pays. */
  record Pays() implements TestCard {}

  /** Pays once the buyer has said so on the provider's page. */
  record AsksTheBuyer() implements TestCard {}

  /** Never pays. */
  record Declines(Decline decline) implements TestCard {}

  Map<String, TestCard> ALL =
      Map.of(
          "pm_card_visa", new Pays(),
          "pm_card_mastercard", new Pays(),
          "pm_card_amex", new Pays(),
          "pm_card_threeDSecure2Required", new AsksTheBuyer(),
          "pm_card_authenticationRequired", new AsksTheBuyer(),
          "pm_card_visa_chargeDeclined", new Declines(Decline.GENERIC),
          "pm_card_chargeDeclined", new Declines(Decline.GENERIC),
          "pm_card_visa_chargeDeclinedInsufficientFunds", new Declines(Decline.INSUFFICIENT_FUNDS),
          "pm_card_chargeDeclinedInsufficientFunds", new Declines(Decline.INSUFFICIENT_FUNDS),
          "pm_card_chargeDeclinedExpiredCard", new Declines(Decline.EXPIRED_CARD));

  /** Null when there is no such payment method. */
  static @Nullable TestCard named(String paymentMethod) {
    return ALL.get(paymentMethod);
  }
}
