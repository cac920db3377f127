package dev.boxoffice.system.crash;

import dev.boxoffice.system.race.history.BookingRecord.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A purchase or a cancellation whose process ends at one point.
 *
 * @param answer how each request to the provider goes once, as its test cards write it; empty if
 *     well
 * @param webhooks when the provider's events come, written likewise; empty if as usual
 */
public record CrashCase(Story story, String point, String answer, String webhooks) {
  private static final List<String> ANSWERS = List.of("", "answer_lost", "request_lost");
  private static final List<String> WEBHOOKS = List.of("first", "late", "twice", "never");

  public CrashCase {
    if (!story.points().contains(point)) {
      throw new IllegalArgumentException(story + " does not come by '" + point + "'");
    }
  }

  /** Every story's points, each with every answer and every fate of the events. */
  public static List<CrashCase> all() {
    List<CrashCase> all = new ArrayList<>();
    for (Story story : Story.values()) {
      for (String point : story.points()) {
        for (String answer : ANSWERS) {
          WEBHOOKS.forEach(webhooks -> all.add(new CrashCase(story, point, answer, webhooks)));
        }
      }
    }
    return all;
  }

  /** Every point of a story that differs from the next, while the provider does as it should. */
  public static List<CrashCase> undisturbed(Story story) {
    return story.distinctPoints().stream()
        .map(point -> new CrashCase(story, point, "", ""))
        .toList();
  }

  /** The test card that makes the provider do so. */
  String card() {
    String mishaps =
        answer.isEmpty()
            ? ""
            : story.calls().stream()
                .map(call -> "." + call + "_" + answer)
                .collect(Collectors.joining());
    return story.card() + mishaps + (webhooks.isEmpty() ? "" : ".webhook_" + webhooks);
  }

  /**
   * How the booking may end.
   *
   * @param inTime whether the process is back before the time to pay is over; once the seats are
   *     booked, that is no matter any more
   */
  Set<Status> ends(boolean inTime) {
    int booked = story.points().indexOf(Story.SEATS_ARE_BOOKED);
    boolean settled = inTime || story.points().indexOf(point) >= booked;
    return settled ? Set.of(story.end()) : Set.of(story.end(), Status.FAILED);
  }

  @Override
  public String toString() {
    return "%s with %s, dead when %s".formatted(story, card(), point);
  }
}
