package dev.boxoffice.seat.allocation.rules;

import dev.boxoffice.seat.allocation.rules.House.Seat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The point that everybody looks at, in units of the plan.
 *
 * <p>Plans do not say which of their drawings is the stage. It is the middle of what is captioned
 * so; else of the largest drawing with nobody in it, which is what a stage, a screen and a pitch
 * have in common; else of the front edge of the house, which is the top of the plan.
 */
public record Stage(double x, double y) {
  private static final Set<String> CAPTIONS = Set.of("stage", "screen", "pitch");

  /** Drawings to look for people in, the largest first: a plan may have thousands of small ones. */
  private static final int DRAWINGS_MAX = 100;

  private static final int TENTHS = 10;

  public static Stage of(List<Shape> shapes, List<Seat> seats) {
    List<Shape.Box> drawings =
        shapes.stream()
            .map(Shape::box)
            .filter(box -> box.area() > 0)
            .sorted(Comparator.comparingDouble(Shape.Box::area).reversed())
            .toList();
    return shapes.stream()
        .filter(Stage::isCaptioned)
        .findFirst()
        .map(caption -> behind(caption, drawings))
        .or(
            () ->
                drawings.stream()
                    .limit(DRAWINGS_MAX)
                    .filter(box -> seats.stream().noneMatch(s -> box.holds(s.x(), s.y())))
                    .findFirst()
                    .map(Shape.Box::middle))
        .orElseGet(() -> frontEdge(seats));
  }

  /** A whole number of tenths of a unit: what is drawn alike is equally far. */
  int tenthsTo(double otherX, double otherY) {
    double dx = otherX - x;
    double dy = otherY - y;
    return (int) Math.min(Integer.MAX_VALUE, Math.round(TENTHS * Math.sqrt(dx * dx + dy * dy)));
  }

  private static boolean isCaptioned(Shape shape) {
    // "Main Stage", but neither "Backstage" nor "Stage Bar".
    return shape.text() != null
        && CAPTIONS.contains(
            shape.text().toLowerCase(Locale.ROOT).strip().replaceFirst("^.*\\W", ""));
  }

  /** The middle of the smallest drawing that the caption lies on, or of the caption itself. */
  private static Stage behind(Shape caption, List<Shape.Box> drawings) {
    return drawings.stream()
        .filter(box -> box.holds(caption.x(), caption.y()))
        .min(Comparator.comparingDouble(Shape.Box::area))
        .map(Shape.Box::middle)
        .orElseGet(() -> caption.box().middle());
  }

  private static Stage frontEdge(List<Seat> seats) {
    double left = seats.stream().mapToDouble(Seat::x).min().orElse(0);
    double right = seats.stream().mapToDouble(Seat::x).max().orElse(0);
    double front = seats.stream().mapToDouble(Seat::y).min().orElse(0);
    return new Stage((left + right) / 2, front);
  }
}
