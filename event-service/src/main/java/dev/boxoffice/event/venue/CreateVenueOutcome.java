package dev.boxoffice.event.venue;

import dev.boxoffice.defaults.problem.FieldError;
import dev.boxoffice.event.seatingplan.LayoutSummary;
import java.util.List;

/** What became of a new venue. */
sealed interface CreateVenueOutcome {
  record Created(Venue venue, LayoutSummary layout) implements CreateVenueOutcome {}

  /** Its seating plan cannot be sold; nothing was stored. */
  record PlanRejected(List<FieldError> errors) implements CreateVenueOutcome {
    public PlanRejected {
      errors = List.copyOf(errors);
    }
  }
}
