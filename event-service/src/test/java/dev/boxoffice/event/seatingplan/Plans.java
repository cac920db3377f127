package dev.boxoffice.event.seatingplan;

import dev.boxoffice.defaults.problem.FieldError;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Reads and arranges plans as the service does, without the service. */
final class Plans {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Plans() {}

  static PlanOutcome arrange(Object plan) {
    return arrangeText(JSON.writeValueAsString(plan));
  }

  static PlanOutcome arrangeText(String plan) {
    return new ArrangeSeats().arrange(JSON.readValue(plan, PlanDocument.class));
  }

  static Layout accepted(Object plan) {
    return switch (arrange(plan)) {
      case PlanOutcome.Accepted(Layout layout) -> layout;
      case PlanOutcome.Rejected(List<FieldError> errors) -> throw new AssertionError(errors);
    };
  }

  static List<FieldError> rejected(Object plan) {
    return errors(arrange(plan));
  }

  static List<FieldError> rejectedText(String plan) {
    return errors(arrangeText(plan));
  }

  private static List<FieldError> errors(PlanOutcome outcome) {
    return switch (outcome) {
      case PlanOutcome.Accepted(Layout layout) ->
          throw new AssertionError("accepted with " + layout.seats().size() + " seats");
      case PlanOutcome.Rejected(List<FieldError> errors) -> errors;
    };
  }
}
