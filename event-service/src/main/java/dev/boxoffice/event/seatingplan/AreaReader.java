package dev.boxoffice.event.seatingplan;

import dev.boxoffice.event.seatingplan.PlanDocument.Area;
import dev.boxoffice.event.seatingplan.PlanDocument.Caption;
import dev.boxoffice.event.seatingplan.PlanDocument.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what is drawn on a plan beside the seats. */
final class AreaReader {
  private static final int COLOR_CHARACTERS_MAX = 50;
  private static final int CAPTION_CHARACTERS_MAX = 500;
  private static final int POINTS_MAX = 1_000;
  private static final int AREAS_MAX = 10_000;

  private final PlanCursor at;
  private int areasRead;

  AreaReader(PlanCursor at) {
    this.at = at;
  }

  /** A position, or where a zone, row or area is if nothing is said. */
  Point pointOrOrigin() {
    return Objects.requireNonNullElse(point(), Point.ORIGIN);
  }

  @Nullable Point point() {
    if (at.isNull()) {
      return null;
    }
    int errorsBefore = at.errors().size();
    var fields =
        new Object() {
          @Nullable Double x;
          @Nullable Double y;
        };
    at.object(
        field -> {
          switch (field) {
            case "x" -> fields.x = at.number();
            case "y" -> fields.y = at.number();
            default -> at.skip();
          }
        });
    if (fields.x != null && fields.y != null) {
      return new Point(fields.x, fields.y);
    }
    if (at.errors().size() == errorsBefore) {
      at.rejectMissing(fields.x == null ? "x" : "y");
    }
    return null;
  }

  Area area() {
    if (++areasRead == AREAS_MAX + 1) {
      at.reject("is one more than the " + AREAS_MAX + " areas that a plan may have");
    }
    Fields fields = new Fields();
    at.object(fields::read);
    return fields.area();
  }

  private final class Fields {
    private @Nullable String kind;
    private Point position = Point.ORIGIN;
    private @Nullable Double width;
    private @Nullable Double height;
    private @Nullable Double radiusX;
    private @Nullable Double radiusY;
    private @Nullable Double rotation;
    private List<Point> points = new ArrayList<>();
    private @Nullable String color;
    private @Nullable String borderColor;
    private @Nullable Caption caption;
    private @Nullable Integer capacity;
    private @Nullable String category;

    void read(String field) {
      switch (field) {
        case "shape" -> kind = at.text(COLOR_CHARACTERS_MAX);
        case "position" -> position = pointOrOrigin();
        case "rotation" -> rotation = at.number();
        case "color" -> color = at.text(COLOR_CHARACTERS_MAX);
        case "border_color" -> borderColor = at.text(COLOR_CHARACTERS_MAX);
        case "capacity" -> capacity = capacity();
        case "category" -> category = at.text(PlanReader.NAME_CHARACTERS_MAX);
        case "rectangle" -> nested(this::readRectangle);
        case "circle" -> nested(this::readCircle);
        case "ellipse" -> nested(this::readEllipse);
        case "polygon" -> nested(this::readPolygon);
        case "text" -> nested(new CaptionFields()::read);
        default -> at.skip();
      }
    }

    /** Editors write the parts of the other shapes as null. */
    private void nested(java.util.function.Consumer<String> reader) {
      if (!at.isNull()) {
        at.object(reader);
      }
    }

    private void readRectangle(String field) {
      switch (field) {
        case "width" -> width = at.number();
        case "height" -> height = at.number();
        default -> at.skip();
      }
    }

    private void readCircle(String field) {
      if (field.equals("radius")) {
        radiusX = at.number();
      } else {
        at.skip();
      }
    }

    private void readEllipse(String field) {
      if (field.equals("radius")) {
        Point radius = pointOrOrigin();
        radiusX = radius.x();
        radiusY = radius.y();
      } else {
        at.skip();
      }
    }

    private void readPolygon(String field) {
      if (!field.equals("points")) {
        at.skip();
        return;
      }
      points = new ArrayList<>();
      at.array(
          () -> {
            points.add(pointOrOrigin());
            if (points.size() == POINTS_MAX + 1) {
              at.reject("is one more than the " + POINTS_MAX + " points of a polygon");
            }
          });
    }

    private @Nullable Integer capacity() {
      Double number = at.number();
      if (number == null || number == 0) {
        return null;
      }
      if (number < 0 || number != Math.rint(number)) {
        at.reject("must be a whole number of places");
        return null;
      }
      return number.intValue();
    }

    Area area() {
      return new Area(
          Objects.requireNonNullElse(kind, ""),
          position,
          width,
          height,
          radiusX,
          radiusY,
          rotation,
          List.copyOf(points),
          color,
          borderColor,
          caption,
          capacity,
          category);
    }

    private final class CaptionFields {
      private Point place = Point.ORIGIN;
      private String text = "";
      private @Nullable String textColor;

      void read(String field) {
        switch (field) {
          case "position" -> place = pointOrOrigin();
          case "color" -> textColor = at.text(COLOR_CHARACTERS_MAX);
          case "text" -> text = Objects.requireNonNullElse(at.text(CAPTION_CHARACTERS_MAX), "");
          default -> at.skip();
        }
        caption = text.isEmpty() ? null : new Caption(text, place, textColor);
      }
    }
  }
}
