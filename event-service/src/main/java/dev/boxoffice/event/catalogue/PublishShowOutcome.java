package dev.boxoffice.event.catalogue;

import dev.boxoffice.defaults.problem.FieldError;
import java.util.List;

/** What became of a new show. If several refusals apply, the first in this file is given. */
sealed interface PublishShowOutcome {
  record Published(ShowId showId) implements PublishShowOutcome {}

  /** The organiser has no such event. */
  record EventUnknown() implements PublishShowOutcome {}

  /** Times that make no sense, or seats without a price. */
  record Malformed(List<FieldError> errors) implements PublishShowOutcome {
    public Malformed {
      errors = List.copyOf(errors);
    }
  }

  /** The event is cancelled. */
  record EventCancelled() implements PublishShowOutcome {}
}
