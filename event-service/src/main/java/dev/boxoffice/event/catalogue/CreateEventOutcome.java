package dev.boxoffice.event.catalogue;

import dev.boxoffice.defaults.problem.FieldError;
import java.util.List;

/** What became of a new event. */
sealed interface CreateEventOutcome {
  record Created(EventId eventId) implements CreateEventOutcome {}

  /** No such venue, or dates that make no sense. */
  record Malformed(List<FieldError> errors) implements CreateEventOutcome {
    public Malformed {
      errors = List.copyOf(errors);
    }
  }
}
