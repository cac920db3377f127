package dev.boxoffice.system.crash;

import dev.boxoffice.system.race.history.BookingRecord.Status;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What happens besides a crash: the named points on its way, and how its booking ends. */
public enum Story {
  PAYS("pm_card_visa", Status.CONFIRMED, steps("PAY", "AUTHORISE", "BOOK", "CAPTURE")),
  IS_DECLINED("pm_card_visa_chargeDeclined", Status.FAILED, steps("PAY", "AUTHORISE", "UNPAY")),
  CANNOT_BE_CAPTURED(
      "pm_card_visa.capture_declined",
      Status.FAILED,
      steps("PAY", "AUTHORISE", "BOOK", "CAPTURE", "RETURN", "VOID")),
  SATISFIES_THE_BANK(
      "pm_card_threeDSecure2Required",
      Status.CONFIRMED,
      steps("PAY", "AUTHORISE", "AWAIT_BUYER", "BOOK", "CAPTURE")),
  FAILS_AT_THE_BANK(
      "pm_card_threeDSecure2Required",
      Status.FAILED,
      steps("PAY", "AUTHORISE", "AWAIT_BUYER", "VOID", "UNPAY")),
  CANCELS(
      "pm_card_visa",
      Status.CANCELLED,
      List.of(
          "revoking is begun",
          "the tickets are revoked",
          "it is recorded as a fact",
          "returning is begun",
          "the seats are returned",
          "the return is recorded",
          Story.REFUND_IS_BEGUN,
          "the refund has its answer",
          "the refund is recorded"));

  static final String SEATS_ARE_BOOKED = "BOOK has had its effect";

  /** By a process of its own, while the seats are returned. */
  private static final String REFUND_IS_BEGUN = "the refund is begun";

  private final String card;
  private final Status end;

  @SuppressWarnings("ImmutableEnumChecker") // List.of and toList are
  private final List<String> points;

  Story(String card, Status end, List<String> points) {
    this.card = card;
    this.end = end;
    this.points = points;
  }

  private static List<String> steps(String... steps) {
    return Stream.of(steps)
        .flatMap(
            step ->
                Stream.of(
                    step + " is begun",
                    step + " has had its effect",
                    "what follows " + step + " is recorded"))
        .toList();
  }

  String card() {
    return card;
  }

  Status end() {
    return end;
  }

  List<String> points() {
    return points;
  }

  /**
   * The points but for those where something has just been recorded and the same run goes on with
   * the next step: nothing happens in between, so that one of the two tells as much as both.
   */
  List<String> distinctPoints() {
    return IntStream.range(0, points.size())
        .filter(i -> i == points.size() - 1 || !isSameMoment(points.get(i), points.get(i + 1)))
        .mapToObj(points::get)
        .toList();
  }

  private static boolean isSameMoment(String point, String next) {
    return point.contains("recorded") && next.endsWith("is begun") && !next.equals(REFUND_IS_BEGUN);
  }

  /** The requests to the provider that may go wrong, as its test cards name them. */
  List<String> calls() {
    return this == CANCELS ? List.of("refund") : List.of("authorise", "capture", "cancel");
  }
}
