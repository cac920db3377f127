package dev.boxoffice.event.seatingplan;

import static dev.boxoffice.event.seatingplan.PlacedSeat.rounded;

import dev.boxoffice.event.seatingplan.Layout.Shape;
import dev.boxoffice.event.seatingplan.PlanDocument.Area;
import dev.boxoffice.event.seatingplan.PlanDocument.Caption;
import dev.boxoffice.event.seatingplan.PlanDocument.Point;
import dev.boxoffice.event.seatingplan.PlanDocument.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is drawn on the map beside the seats. What cannot be drawn is left out. */
final class ShapeList {
  private static final Pattern COLOR =
      Pattern.compile("#[0-9A-Fa-f]{3,8}|[A-Za-z]{1,30}|rgba?\\([0-9., %]{1,40}\\)");

  private final List<Shape> shapes = new ArrayList<>();

  static List<Shape> of(List<Zone> zones) {
    ShapeList list = new ShapeList();
    for (Zone zone : zones) {
      for (Area area : zone.areas()) {
        list.add(area, zone.position().plus(area.position()));
      }
    }
    return list.shapes;
  }

  /** A colour that is safe to write into a page, or none. */
  static @Nullable String color(@Nullable String color) {
    return color != null && COLOR.matcher(color).matches() ? color : null;
  }

  /** The middle of an area, near enough to put a label there. */
  static Point middle(Area area) {
    return switch (area.kind()) {
      case "rectangle" -> new Point(half(area.width()), half(area.height()));
      case "polygon" ->
          new Point(
              area.points().stream().mapToDouble(Point::x).average().orElse(0),
              area.points().stream().mapToDouble(Point::y).average().orElse(0));
      default -> Point.ORIGIN;
    };
  }

  private static double half(@Nullable Double length) {
    return length == null ? 0 : length / 2;
  }

  private void add(Area area, Point at) {
    switch (area.kind()) {
      case "rectangle" -> {
        if (area.width() != null && area.height() != null) {
          draw(area, at, area.width(), area.height(), null, null);
        }
      }
      case "circle" -> {
        if (area.radiusX() != null) {
          draw(area, at, null, null, area.radiusX(), null);
        }
      }
      case "ellipse" -> {
        if (area.radiusX() != null && area.radiusY() != null) {
          draw(area, at, 2 * area.radiusX(), 2 * area.radiusY(), null, null);
        }
      }
      case "polygon" -> {
        if (area.points().size() > 2) {
          draw(area, at, null, null, null, area.points());
        }
      }
      default -> {
        // A bare text, or a kind of shape that came after this was written.
      }
    }
    Caption caption = area.caption();
    if (caption != null) {
      Point place = at.plus(caption.position());
      shapes.add(
          new Shape(
              "text",
              rounded(place.x()),
              rounded(place.y()),
              null,
              null,
              null,
              rotation(area),
              null,
              color(caption.color()),
              null,
              caption.text()));
    }
  }

  private void draw(
      Area area,
      Point at,
      @Nullable Double width,
      @Nullable Double height,
      @Nullable Double radius,
      @Nullable List<Point> points) {
    shapes.add(
        new Shape(
            area.kind(),
            rounded(at.x()),
            rounded(at.y()),
            width == null ? null : Double.valueOf(rounded(width)),
            height == null ? null : Double.valueOf(rounded(height)),
            radius == null ? null : Double.valueOf(rounded(radius)),
            rotation(area),
            points == null
                ? null
                : points.stream()
                    .map(p -> new Layout.Point(rounded(p.x()), rounded(p.y())))
                    .toList(),
            color(area.color()),
            color(area.borderColor()),
            null));
  }

  private static @Nullable Double rotation(Area area) {
    return area.rotation() == null || area.rotation() == 0 ? null : rounded(area.rotation());
  }
}
