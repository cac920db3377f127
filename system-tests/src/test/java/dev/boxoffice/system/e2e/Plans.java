package dev.boxoffice.system.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Seating plans in the open JSON format, made up for the tests. */
final class Plans {
  private static final double SPACING = 25;

  private Plans() {}

  /**
   * A house with a stage and blocks of rows; every block has a row A of its own, as real plans
   * have.
   *
   * @param blocks blocks side by side, one category each, named {@code Category 1} and so on
   */
  static Map<String, Object> house(String name, int blocks, int rows, int seatsPerRow) {
    List<Map<String, Object>> categories = new ArrayList<>();
    List<Map<String, Object>> allRows = new ArrayList<>();
    double blockWidth = seatsPerRow * SPACING + 2 * SPACING;
    for (int block = 0; block < blocks; block++) {
      categories.add(Map.of("name", category(block), "color", "#3366AA"));
      for (int row = 0; row < rows; row++) {
        allRows.add(row(block, row, seatsPerRow, block * blockWidth));
      }
    }
    Map<String, Object> stage =
        Map.of(
            "shape", "rectangle",
            "color", "#CCCCCC",
            "position", Map.of("x", 10, "y", 10),
            "rectangle", Map.of("width", 400, "height", 60),
            "text", Map.of("text", "Stage"));
    Map<String, Object> zone =
        Map.of(
            "name",
            "Stalls",
            "position",
            Map.of("x", 0, "y", 100),
            "rows",
            allRows,
            "areas",
            List.of(stage));
    return Map.of(
        "name",
        name,
        "size",
        Map.of("width", blocks * blockWidth, "height", rows * SPACING + 200),
        "categories",
        categories,
        "zones",
        List.of(zone));
  }

  static String category(int block) {
    return "Category " + (block + 1);
  }

  private static Map<String, Object> row(int block, int row, int seatsPerRow, double x) {
    List<Map<String, Object>> seats = new ArrayList<>();
    for (int seat = 0; seat < seatsPerRow; seat++) {
      seats.add(
          Map.of(
              "seat_number", Integer.toString(seat + 1),
              "seat_guid", "row-" + row + "-" + seat,
              "uuid", UUID.randomUUID().toString(),
              "position", Map.of("x", seat * SPACING, "y", 0),
              "category", category(block)));
    }
    return Map.of(
        "row_number", label(row),
        "position", Map.of("x", x, "y", row * SPACING),
        "seats", seats);
  }

  /** A, B .. Z, AA, AB, as spreadsheets count. */
  private static String label(int row) {
    String last = Character.toString((char) ('A' + row % 26));
    return row < 26 ? last : label(row / 26 - 1) + last;
  }
}
