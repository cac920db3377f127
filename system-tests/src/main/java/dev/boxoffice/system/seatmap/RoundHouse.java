package dev.boxoffice.system.seatmap;

import dev.boxoffice.system.client.PublishShow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A house whose rows are arcs around a stage, in blocks of a thousand seats or so. */
final class RoundHouse {
  private static final int SEATS_PER_ROW = 50;
  private static final int ROWS_PER_BLOCK = 20;
  private static final double SPACING = 20;
  private static final double ROW_DEPTH = 24;

  private RoundHouse() {}

  /** A seating plan in the open JSON format. */
  static Map<String, Object> plan(int seats) {
    List<Map<String, Object>> zones = new ArrayList<>();
    int perBlock = SEATS_PER_ROW * ROWS_PER_BLOCK;
    for (int first = 0; first < seats; first += perBlock) {
      zones.add(zone(zones.size(), Math.min(perBlock, seats - first)));
    }
    double side = 2 * radius(ROWS_PER_BLOCK) + zones.size() * SPACING * SEATS_PER_ROW;
    return Map.of(
        "name",
        "Round house",
        "size",
        Map.of("width", side, "height", side),
        "categories",
        List.of(Map.of("name", PublishShow.CATEGORY, "color", "#3366AA")),
        "zones",
        zones);
  }

  private static Map<String, Object> zone(int block, int seats) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int first = 0; first < seats; first += SEATS_PER_ROW) {
      rows.add(row(rows.size(), Math.min(SEATS_PER_ROW, seats - first)));
    }
    return Map.of(
        "name",
        "Block " + (block + 1),
        "position",
        Map.of("x", block * SPACING * SEATS_PER_ROW, "y", 0),
        "rows",
        rows,
        "areas",
        List.of());
  }

  private static Map<String, Object> row(int row, int seats) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int seat = 0; seat < seats; seat++) {
      double angle = (seat - SEATS_PER_ROW / 2.0) * SPACING / radius(row);
      all.add(
          Map.of(
              "seat_number",
              Integer.toString(seat + 1),
              "uuid",
              UUID.randomUUID().toString(),
              "position",
              Map.of("x", radius(row) * Math.sin(angle), "y", radius(row) * Math.cos(angle)),
              "category",
              PublishShow.CATEGORY));
    }
    return Map.of(
        "row_number", Integer.toString(row + 1), "position", Map.of("x", 0, "y", 0), "seats", all);
  }

  private static double radius(int row) {
    return 600 + row * ROW_DEPTH;
  }
}
