package dev.boxoffice.local.launcher.house;

import dev.boxoffice.local.launcher.house.Plan.Category;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A plain room with straight rows of two categories: a cinema, a church, a salon.
 *
 * @param front what is at the front
 * @param farRows how many rows at the back are of the other category
 * @param isFarBetter whether the back is dearer than the front
 * @param blocks seats of each block of a row
 */
record Hall(
    String front,
    Category near,
    Category far,
    int rows,
    int farRows,
    boolean isFarBetter,
    List<Integer> blocks) {

  /** 240 seats; who sits at the back sits best. */
  static final Hall CINEMA =
      new Hall(
          "Screen",
          new Category("Classic", "#3C6E91"),
          new Category("Recliner", "#A8442A"),
          12,
          4,
          true,
          List.of(4, 12, 4));

  /** 400 places in pews. */
  static final Hall CHURCH =
      new Hall(
          "Altar",
          new Category("Nave", "#80684A"),
          new Category("Rear Nave", "#A39270"),
          25,
          10,
          false,
          List.of(8, 8));

  /** 80 chairs. */
  static final Hall SALON =
      new Hall(
          "Players",
          new Category("Chairs", "#57707A"),
          new Category("Rear Chairs", "#8FA3AB"),
          8,
          3,
          false,
          List.of(5, 5));

  private static final double SPACING = 24;
  private static final double ROW_DEPTH = 32;
  private static final double MARGIN = 60;
  private static final double FIRST_ROW = 170;

  Hall {
    blocks = List.copyOf(blocks);
  }

  JsonNode plan(String name) {
    int widest = blocks.stream().mapToInt(Integer::intValue).sum() + 2 * blocks.size();
    double width = widest * SPACING + 2 * MARGIN;
    double height = FIRST_ROW + rows * ROW_DEPTH + MARGIN;
    Plan plan =
        new Plan(name, width, height, isFarBetter ? List.of(far, near) : List.of(near, far));
    plan.zone("Front")
        .rectangle(new Spot(MARGIN, 40), width - 2 * MARGIN, 50, "#2B2B33")
        .text(front, new Spot(width / 2 - MARGIN, 25), "#FFFFFF");
    // As good as straight.
    double radius = 100_000;
    Fan fan = new Fan(new Spot(width / 2, FIRST_ROW - radius), SPACING, Fan.Side.BEFORE);
    Plan.Zone zone = plan.zone("House");
    int[] seats = blocks.stream().mapToInt(Integer::intValue).toArray();
    for (int i = 0; i < rows; i++) {
      Category category = i < rows - farRows ? near : far;
      Marks marks = i == 0 ? Marks.WHEELCHAIRS_AT_THE_ENDS : Marks.NONE;
      Plan.Row row = zone.row(Character.toString('A' + i), category.name());
      fan.fill(row, radius + i * ROW_DEPTH, marks, seats);
    }
    return plan.json();
  }
}
