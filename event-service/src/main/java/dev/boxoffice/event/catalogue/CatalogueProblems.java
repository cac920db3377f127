package dev.boxoffice.event.catalogue;

import dev.boxoffice.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** The catalogue's own refusals. */
final class CatalogueProblems {
  private CatalogueProblems() {}

  static Problem eventNotFound() {
    return Problem.of(HttpStatus.NOT_FOUND, "EVENT_NOT_FOUND", "There is no such event.");
  }

  static Problem showNotFound() {
    return Problem.of(HttpStatus.NOT_FOUND, "SHOW_NOT_FOUND", "The event has no such show.");
  }

  static Problem eventCancelled() {
    return Problem.of(
        HttpStatus.CONFLICT, "EVENT_CANCELLED", "A cancelled event gets no more shows.");
  }
}
