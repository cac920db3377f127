package dev.boxoffice.seat.allocation.rules;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Something drawn on the plan beside the seats.
 *
 * @param kind {@code rectangle, circle, ellipse, polygon} or {@code text}
 * @param x of a rectangle's left, of a circle's or ellipse's centre, of the origin of a polygon's
 *     points, of a text's middle
 * @param width of a rectangle; an ellipse's horizontal diameter
 */
public record Shape(
    String kind,
    double x,
    double y,
    @Nullable Double width,
    @Nullable Double height,
    @Nullable Double radius,
    @Nullable List<Point> points,
    @Nullable String text) {

  public Shape {
    points = points == null ? null : List.copyOf(points);
  }

  public record Point(double x, double y) {}

  /** What a shape covers, as an upright rectangle. */
  record Box(double left, double top, double right, double bottom) {
    boolean holds(double x, double y) {
      return left <= x && x <= right && top <= y && y <= bottom;
    }

    double area() {
      return (right - left) * (bottom - top);
    }

    Stage middle() {
      return new Stage((left + right) / 2, (top + bottom) / 2);
    }
  }

  Box box() {
    return switch (kind) {
      case "rectangle" -> new Box(x, y, x + size(width), y + size(height));
      case "circle" -> around(size(radius), size(radius));
      case "ellipse" -> around(size(width) / 2, size(height) / 2);
      case "polygon" ->
          new Box(x + least(Point::x), y + least(Point::y), x + most(Point::x), y + most(Point::y));
      default -> around(0, 0);
    };
  }

  private Box around(double halfWidth, double halfHeight) {
    return new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
  }

  private double least(ToDoubleFunction<Point> coordinate) {
    return corners().stream().mapToDouble(coordinate).min().orElse(0);
  }

  private double most(ToDoubleFunction<Point> coordinate) {
    return corners().stream().mapToDouble(coordinate).max().orElse(0);
  }

  private List<Point> corners() {
    return Objects.requireNonNullElse(points, List.of());
  }

  private static double size(@Nullable Double length) {
    return length == null ? 0 : length;
  }
}
