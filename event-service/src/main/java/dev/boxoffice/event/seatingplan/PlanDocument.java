package dev.boxoffice.event.seatingplan;

import dev.boxoffice.defaults.problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A seating plan as somebody sent it: what could be read, and what could not. Positions are
 * relative, as in the file; nothing is checked yet that needs more than one value to look at.
 *
 * @param errors what could not be read; if there is any, the rest is incomplete
 */
@JsonDeserialize(using = PlanReader.class)
public record PlanDocument(
    String name,
    @Nullable Double width,
    @Nullable Double height,
    List<Category> categories,
    List<Zone> zones,
    List<FieldError> errors) {

  public PlanDocument {
    categories = List.copyOf(categories);
    zones = List.copyOf(zones);
    errors = List.copyOf(errors);
  }

  record Point(double x, double y) {
    static final Point ORIGIN = new Point(0, 0);

    Point plus(Point other) {
      return new Point(x + other.x, y + other.y);
    }
  }

  record Category(String name, @Nullable String color) {}

  record Zone(String name, Point position, List<Row> rows, List<Area> areas) {}

  record Row(String label, Point position, List<Seat> seats) {}

  record Seat(
      String number,
      @Nullable String uuid,
      String category,
      Point position,
      boolean accessible,
      boolean companion,
      boolean restrictedView) {}

  /**
   * A drawn thing; with a capacity and a category, a place without numbered seats.
   *
   * @param kind pretix's {@code shape}
   * @param radiusX of an ellipse; a circle's radius
   */
  record Area(
      String kind,
      Point position,
      @Nullable Double width,
      @Nullable Double height,
      @Nullable Double radiusX,
      @Nullable Double radiusY,
      @Nullable Double rotation,
      List<Point> points,
      @Nullable String color,
      @Nullable String borderColor,
      @Nullable Caption caption,
      @Nullable Integer capacity,
      @Nullable String category) {}

  record Caption(String text, Point position, @Nullable String color) {}
}
