package dev.boxoffice.event.seatingplan;

import dev.boxoffice.defaults.problem.FieldError;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns a plan as it was sent into the layout that is sold, or says what is wrong with it. */
@Component
public class ArrangeSeats {
  ArrangeSeats() {}

  public PlanOutcome arrange(PlanDocument plan) {
    if (!plan.errors().isEmpty()) {
      return new PlanOutcome.Rejected(plan.errors());
    }
    List<PlacedSeat> seats = PlacedSeat.of(plan);
    List<FieldError> errors = PlanChecks.errorsOf(plan, seats);
    if (!errors.isEmpty()) {
      return new PlanOutcome.Rejected(errors);
    }
    Layout layout = SeatArrangement.of(plan, seats);
    if (layout.sections().size() > Layout.SECTIONS_MAX) {
      return new PlanOutcome.Rejected(
          List.of(
              new FieldError(
                  "plan.zones",
                  "make %d sections; a plan may have %d"
                      .formatted(layout.sections().size(), Layout.SECTIONS_MAX))));
    }
    return new PlanOutcome.Accepted(layout);
  }
}
