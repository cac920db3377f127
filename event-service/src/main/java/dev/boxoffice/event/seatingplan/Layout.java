package dev.boxoffice.event.seatingplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is: absolute coordinates, seats grouped by section in the order of the sections.
 * That order is the seat map's order everywhere, and a seat's place in it is its index.
 */
public record Layout(
    String name,
    double width,
    double height,
    List<Shape> shapes,
    List<Category> categories,
    List<Section> sections,
    List<Seat> seats) {

  /** Numbered seats and places of general admission together. */
  public static final int SEATS_MAX = 100_000;

  public static final int SECTIONS_MAX = 2_000;

  /** What {@link Seat#left} and {@link Seat#right} say where nobody sits. */
  public static final int NOBODY = -1;

  public Layout {
    shapes = List.copyOf(shapes);
    categories = List.copyOf(categories);
    sections = List.copyOf(sections);
    seats = List.copyOf(seats);
  }

  public record Point(double x, double y) {}

  /** Seats of a category have one price; the colour is the plan's. */
  @JsonInclude(Include.NON_NULL)
  public record Category(String name, @Nullable String color) {}

  /**
   * Something drawn beside the seats.
   *
   * @param kind {@code rectangle, circle, ellipse, polygon} or {@code text}
   * @param x of a rectangle's left, of a circle's or ellipse's centre, of the origin of a polygon's
   *     points, of a text's middle
   * @param width of a rectangle; an ellipse's horizontal diameter
   * @param rotation in degrees, clockwise
   */
  @JsonInclude(Include.NON_NULL)
  public record Shape(
      String kind,
      double x,
      double y,
      @Nullable Double width,
      @Nullable Double height,
      @Nullable Double radius,
      @Nullable Double rotation,
      @Nullable List<Point> points,
      @Nullable String color,
      @Nullable String borderColor,
      @Nullable String text) {}

  /** The seats of one category in one zone, or one area without numbered seats. */
  @JsonInclude(Include.NON_NULL)
  public record Section(
      UUID sectionId,
      String name,
      String zone,
      String priceCategory,
      @Nullable String color,
      boolean generalAdmission) {}

  /**
   * One place to sit or stand.
   *
   * @param section index of its section
   * @param row null where places are not in rows
   * @param block a run of rows; (section, block, row, number) is unique. Null where row is
   * @param left index of the seat beside it, {@link #NOBODY} at an aisle
   */
  @JsonInclude(Include.NON_DEFAULT)
  public record Seat(
      @JsonInclude(Include.ALWAYS) int section,
      @JsonInclude(Include.ALWAYS) @Nullable String row,
      @JsonInclude(Include.ALWAYS) String number,
      @JsonInclude(Include.ALWAYS) double x,
      @JsonInclude(Include.ALWAYS) double y,
      @Nullable String block,
      @JsonInclude(Include.ALWAYS) int left,
      @JsonInclude(Include.ALWAYS) int right,
      boolean accessible,
      boolean companion,
      boolean restrictedView) {}
}
