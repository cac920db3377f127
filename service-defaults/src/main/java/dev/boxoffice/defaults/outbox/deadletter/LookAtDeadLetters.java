package dev.boxoffice.defaults.outbox.deadletter;

import java.util.ArrayList;
import java.util.List;

/** Shows what could not be applied and has not been replayed since; it stays where it is. */
final class LookAtDeadLetters {

  /** Of each topic; more than anybody reads. */
  private static final int SHOWN_MAX = 1_000;

  private final DeadLetterBoxes boxes;

  LookAtDeadLetters(DeadLetterBoxes boxes) {
    this.boxes = boxes;
  }

  List<DeadLetter> look() {
    var found = new ArrayList<DeadLetter>();
    for (var topic : boxes.topics()) {
      try (var box = boxes.open(topic)) {
        box.read(SHOWN_MAX).forEach(message -> found.add(DeadLetter.of(topic, message)));
      }
    }
    return found;
  }
}
