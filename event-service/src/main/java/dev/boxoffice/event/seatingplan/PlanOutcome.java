package dev.boxoffice.event.seatingplan;

import dev.boxoffice.defaults.problem.FieldError;
import java.util.List;

/** What became of a seating plan. */
public sealed interface PlanOutcome {
  /** The plan can be sold. */
  record Accepted(Layout layout) implements PlanOutcome {}

  /** The plan cannot be sold; nothing was kept. */
  record Rejected(List<FieldError> errors) implements PlanOutcome {
    public Rejected {
      errors = List.copyOf(errors);
    }
  }
}
