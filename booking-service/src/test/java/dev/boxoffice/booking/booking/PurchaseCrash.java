package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.fakes.FakeSeats;
import java.util.List;
import java.util.stream.Stream;

/**
 * A purchase whose run dies at one point.
 *
 * @param card says how the provider's answers and events fare
 * @param point where the run dies: a step, and what has been done of it
 */
record PurchaseCrash(Story story, String card, String point, FakeSeats.Hold hold) {

  /** What happens besides, by the steps it leads through and the booking's status at rest. */
  enum Story {
    PAYS("pm_card_visa", "CONFIRMED", Step.PAY, Step.AUTHORISE, Step.BOOK, Step.CAPTURE),
    SATISFIES_THE_BANK(
        "pm_card_threeDSecure2Required",
        "CONFIRMED",
        Step.PAY,
        Step.AUTHORISE,
        Step.AWAIT_BUYER,
        Step.BOOK,
        Step.CAPTURE),
    IS_DECLINED("pm_card_visa_chargeDeclined", "PENDING", Step.PAY, Step.AUTHORISE, Step.UNPAY),
    FAILS_AT_THE_BANK(
        "pm_card_threeDSecure2Required",
        "PENDING",
        Step.PAY,
        Step.AUTHORISE,
        Step.AWAIT_BUYER,
        Step.VOID,
        Step.UNPAY),
    CANNOT_BE_CAPTURED(
        "pm_card_visa.capture_declined",
        "FAILED",
        Step.PAY,
        Step.AUTHORISE,
        Step.BOOK,
        Step.CAPTURE,
        Step.RETURN,
        Step.VOID),
    LOSES_THE_HOLD("pm_card_visa", "FAILED", Step.PAY, Step.AUTHORISE, Step.BOOK, Step.VOID),
    COMES_TOO_LATE("pm_card_visa", "FAILED", Step.PAY);

    final String card;
    final String ends;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<Step> way;

    Story(String card, String ends, Step... way) {
      this.card = card;
      this.ends = ends;
      this.way = List.of(way);
    }

    boolean isConfirmed() {
      return ends.equals("CONFIRMED");
    }

    Stream<String> points() {
      return way.stream()
          .flatMap(
              step ->
                  Stream.of(
                      PurchasePoints.begun(step),
                      PurchasePoints.tried(step),
                      PurchasePoints.recorded(step)));
    }
  }

  @Override
  public String toString() {
    return story + " with " + card + " dies when " + point;
  }
}
