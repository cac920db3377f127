package dev.boxoffice.local.launcher.house;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A seating plan while it is drawn. */
final class Plan {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode content = JSON.objectNode();
  private final ArrayNode zones;

  /** Categories go from the dearest to the cheapest, as plans' do. */
  Plan(String name, double width, double height, List<Category> categories) {
    content.put("name", name);
    content.putObject("size").put("width", width).put("height", height);
    ArrayNode list = content.putArray("categories");
    categories.forEach(c -> list.addObject().put("name", c.name()).put("color", c.color()));
    zones = content.putArray("zones");
  }

  /**
   * @param color as CSS writes it, {@code #RRGGBB}
   */
  record Category(String name, String color) {}

  Zone zone(String name) {
    return new Zone(zones.addObject().put("name", name));
  }

  JsonNode json() {
    return content;
  }

  /** A part of the house with a name of its own; with one category it is one section. */
  static final class Zone {
    private final ArrayNode rows;
    private final ArrayNode areas;

    private Zone(ObjectNode zone) {
      rows = zone.putArray("rows");
      areas = zone.putArray("areas");
    }

    Row row(String label, String category) {
      return new Row(rows.addObject().put("row_number", label).putArray("seats"), category);
    }

    private Area area(String shape, Spot at, String color) {
      ObjectNode area = areas.addObject().put("shape", shape).put("color", color);
      put(area.putObject("position"), at);
      return new Area(area);
    }

    @CanIgnoreReturnValue
    Area rectangle(Spot at, double width, double height, String color) {
      Area area = area("rectangle", at, color);
      area.json.putObject("rectangle").put("width", width).put("height", height);
      return area;
    }

    @CanIgnoreReturnValue
    Area circle(Spot middle, double radius, String color) {
      Area area = area("circle", middle, color);
      area.json.putObject("circle").put("radius", radius);
      return area;
    }

    @CanIgnoreReturnValue
    Area polygon(List<Spot> corners, String color) {
      Area area = area("polygon", new Spot(0, 0), color);
      ArrayNode points = area.json.putObject("polygon").putArray("points");
      corners.forEach(corner -> put(points.addObject(), corner));
      return area;
    }
  }

  /** A shape on the map. */
  record Area(ObjectNode json) {
    @CanIgnoreReturnValue
    Area border(String color) {
      return new Area(json.put("border_color", color));
    }

    /**
     * @param at from the area's position
     */
    @CanIgnoreReturnValue
    Area text(String text, Spot at, String color) {
      ObjectNode caption = json.putObject("text").put("text", text).put("color", color);
      put(caption.putObject("position"), at);
      return this;
    }

    /** Makes it a place to stand, sold by number of people. */
    @CanIgnoreReturnValue
    Area standing(int capacity, String category) {
      return new Area(json.put("capacity", capacity).put("category", category));
    }
  }

  /** A row whose seats are numbered as they are added, from 1. */
  record Row(ArrayNode seats, String category) {
    void seat(Spot at, SeatKind kind) {
      String number = Integer.toString(seats.size() + 1);
      ObjectNode seat = seats.addObject().put("seat_number", number).put("category", category);
      put(seat.putObject("position"), at);
      switch (kind) {
        case USUAL -> {}
        case ACCESSIBLE -> seat.put("accessible", true);
        case COMPANION -> seat.put("companion", true);
        case RESTRICTED_VIEW -> seat.put("restricted_view", true);
      }
    }
  }

  private static void put(ObjectNode position, Spot at) {
    position.put("x", at.x()).put("y", at.y());
  }
}
