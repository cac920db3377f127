package dev.boxoffice.local.launcher.house;

import dev.boxoffice.local.launcher.house.Plan.Category;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A playhouse of 606 seats: stalls, a dress circle and a gallery above them, boxes at the sides.
 */
final class Theatre {

  private static final double SPACING = 24;
  private static final double ROW_DEPTH = 30;
  private static final double WIDTH = 1_240;
  private static final double MIDDLE = WIDTH / 2;
  private static final int STALLS_ROWS = 14;
  private static final int CIRCLE_ROWS = 5;
  private static final int GALLERY_ROWS = 4;
  private static final int BOXES_A_SIDE = 4;

  private static final String BOX = "Box";
  private static final String STALLS = "Stalls";
  private static final String CIRCLE = "Dress Circle";
  private static final String GALLERY = "Gallery";

  private final Plan plan;
  private final Fan fan = new Fan(new Spot(MIDDLE, -640), SPACING, Fan.Side.BEFORE);

  private Theatre(String name) {
    plan =
        new Plan(
            name,
            WIDTH,
            1_010,
            List.of(
                new Category(BOX, "#8C2F39"),
                new Category(STALLS, "#B5541C"),
                new Category(CIRCLE, "#2C6E8F"),
                new Category(GALLERY, "#6B7A3A")));
  }

  static JsonNode plan(String name) {
    Theatre theatre = new Theatre(name);
    theatre.drawStage();
    theatre.fillStalls();
    theatre.fillBoxes();
    theatre.fillBalcony(CIRCLE, 1_290, CIRCLE_ROWS, 6, 22);
    theatre.fillBalcony(GALLERY, 1_500, GALLERY_ROWS, 4, 12);
    return theatre.plan.json();
  }

  private void drawStage() {
    Plan.Zone house = plan.zone("House");
    house
        .polygon(
            List.of(
                new Spot(MIDDLE - 300, 30),
                new Spot(MIDDLE + 300, 30),
                new Spot(MIDDLE + 360, 110),
                new Spot(MIDDLE, 150),
                new Spot(MIDDLE - 360, 110)),
            "#3B2F2F")
        .text("Stage", new Spot(MIDDLE, 90), "#F5EDE0");
  }

  /** Wider towards the back; the last row is level with the doors. */
  private void fillStalls() {
    Plan.Zone stalls = plan.zone(STALLS);
    for (int i = 0; i < STALLS_ROWS; i++) {
      Marks marks = i == STALLS_ROWS - 1 ? Marks.WHEELCHAIRS_AT_THE_ENDS : Marks.NONE;
      int side = 5 + i / 5;
      fan.fill(row(stalls, i, STALLS), 830 + i * ROW_DEPTH, marks, side, 10 + i / 4, side);
    }
  }

  /** Two seats at the rail and two behind them, which see less. */
  private void fillBoxes() {
    Plan.Zone boxes = plan.zone("Boxes");
    for (int i = 0; i < 2 * BOXES_A_SIDE; i++) {
      boolean isLeft = i < BOXES_A_SIDE;
      double rail = isLeft ? MIDDLE - 440 : MIDDLE + 440;
      double behind = isLeft ? -SPACING : SPACING;
      double y = 230 + i % BOXES_A_SIDE * 95;
      Plan.Row box = boxes.row(BOX + " " + (i + 1), BOX);
      box.seat(new Spot(rail, y), SeatKind.USUAL);
      box.seat(new Spot(rail, y + SPACING), SeatKind.USUAL);
      box.seat(new Spot(rail + behind, y), SeatKind.RESTRICTED_VIEW);
      box.seat(new Spot(rail + behind, y + SPACING), SeatKind.RESTRICTED_VIEW);
    }
  }

  /** Pillars carry the balcony above at the ends of the last row. */
  private void fillBalcony(String name, double radius, int rows, int side, int middle) {
    Plan.Zone balcony = plan.zone(name);
    for (int i = 0; i < rows; i++) {
      Marks marks = i == rows - 1 ? Marks.PILLARS_AT_THE_ENDS : Marks.NONE;
      fan.fill(row(balcony, i, name), radius + i * ROW_DEPTH, marks, side, middle, side);
    }
  }

  private static Plan.Row row(Plan.Zone zone, int index, String category) {
    return zone.row(Character.toString('A' + index), category);
  }
}
