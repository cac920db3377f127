package dev.boxoffice.event.seatingplan;

import static dev.boxoffice.event.seatingplan.PlacedSeat.rounded;

import dev.boxoffice.event.seatingplan.Layout.Category;
import dev.boxoffice.event.seatingplan.Layout.Seat;
import dev.boxoffice.event.seatingplan.Layout.Section;
import dev.boxoffice.event.seatingplan.Layout.Shape;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How large the map is: as the plan says, else as large as its seats need. */
record MapSize(PlanDocument plan, List<Seat> seats) {
  private static final double MARGIN = 50;

  Layout layout(List<Shape> shapes, List<Category> categories, List<Section> sections) {
    return new Layout(
        plan.name(),
        side(plan.width(), Seat::x),
        side(plan.height(), Seat::y),
        shapes,
        categories,
        sections,
        seats);
  }

  private double side(
      @org.jspecify.annotations.Nullable Double said, ToDoubleFunction<Seat> coordinate) {
    if (said != null) {
      return rounded(said);
    }
    double farthest = seats.stream().mapToDouble(coordinate).max().orElse(0);
    return rounded(Math.max(farthest, 0) + MARGIN);
  }
}
