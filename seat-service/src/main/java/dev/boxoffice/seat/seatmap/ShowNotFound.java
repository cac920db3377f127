package dev.boxoffice.seat.seatmap;

import dev.boxoffice.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** The answer for a show that has no seats here, or belongs to another event. */
final class ShowNotFound {
  private ShowNotFound() {}

  static Problem problem() {
    return Problem.of(HttpStatus.NOT_FOUND, "SHOW_NOT_FOUND", "There is no such show.");
  }
}
