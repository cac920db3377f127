package dev.boxoffice.local.launcher.house;

import dev.boxoffice.local.launcher.house.Plan.Category;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A hall for music: a parterre, two tiers behind it, seats for a choir or for listeners behind the
 * stage, and room to stand before it.
 *
 * @param standing how many may stand before the stage
 */
record ConcertHall(
    int parterreRows, int firstTierRows, int secondTierRows, int choirRows, int standing) {

  /** 1,900 places, 320 of them to stand. */
  static final ConcertHall WITH_STANDING = new ConcertHall(20, 6, 5, 5, 320);

  /** 2,200 seats. */
  static final ConcertHall GREAT = new ConcertHall(28, 8, 8, 5, 0);

  /** 880 seats. */
  static final ConcertHall SMALL = new ConcertHall(16, 4, 0, 0, 0);

  private static final double SPACING = 24;
  private static final double ROW_DEPTH = 30;
  private static final double WIDTH = 1_640;
  private static final double MIDDLE = WIDTH / 2;

  /** Where the arcs' middle would be if the stage's edge were at 0. */
  private static final double FOCUS = -900;

  private static final double STAGE_DEPTH = 200;
  private static final double STANDING_DEPTH = 150;
  private static final double BALUSTRADE = 50;

  private static final String PARTERRE = "Parterre";
  private static final String FIRST_TIER = "First Tier";
  private static final String SECOND_TIER = "Second Tier";
  private static final String CHOIR = "Choir";
  private static final String STANDING = "Standing";

  JsonNode plan(String name) {
    double stageEdge = 60 + BALUSTRADE + choirRows * ROW_DEPTH + STAGE_DEPTH;
    double depth = standing > 0 ? STANDING_DEPTH : 70;
    double afterParterre = depth + parterreRows * ROW_DEPTH + BALUSTRADE;
    double afterFirst = afterParterre + firstTierRows * ROW_DEPTH + BALUSTRADE;
    double end = afterFirst + secondTierRows * ROW_DEPTH;
    Plan plan = new Plan(name, WIDTH, stageEdge + end + 40, categories());
    Plan.Zone podium = plan.zone("Podium");
    podium
        .rectangle(
            new Spot(MIDDLE - 330, stageEdge - STAGE_DEPTH + 30), 660, STAGE_DEPTH - 60, "#5A4632")
        .text("Orchestra", new Spot(330, STAGE_DEPTH / 2 - 30), "#F5EDE0");
    if (standing > 0) {
      plan.zone("Floor")
          .rectangle(new Spot(MIDDLE - 300, stageEdge), 600, STANDING_DEPTH - 60, "#E3B23C")
          .text(STANDING, new Spot(300, 45), "#3B2F2F")
          .standing(standing, STANDING);
    }
    Fan fan = new Fan(new Spot(MIDDLE, stageEdge + FOCUS), SPACING, Fan.Side.BEFORE);
    fill(plan, fan, PARTERRE, parterreRows, depth - FOCUS, 10, 20, 10);
    fill(plan, fan, FIRST_TIER, firstTierRows, afterParterre - FOCUS, 20, 20, 20);
    fill(plan, fan, SECOND_TIER, secondTierRows, afterFirst - FOCUS, 20, 20, 20);
    Spot choirFocus = new Spot(MIDDLE, stageEdge - STAGE_DEPTH - BALUSTRADE - FOCUS);
    Fan choir = new Fan(choirFocus, SPACING, Fan.Side.BEHIND);
    fill(plan, choir, CHOIR, choirRows, -FOCUS, 12, 12);
    return plan.json();
  }

  private List<Category> categories() {
    List<Category> categories = new ArrayList<>();
    categories.add(new Category(PARTERRE, "#9C3D54"));
    categories.add(new Category(FIRST_TIER, "#2F6DA3"));
    if (secondTierRows > 0) {
      categories.add(new Category(SECOND_TIER, "#4E8B57"));
    }
    if (choirRows > 0) {
      categories.add(new Category(CHOIR, "#7C6BA8"));
    }
    if (standing > 0) {
      categories.add(new Category(STANDING, "#E3B23C"));
    }
    return categories;
  }

  private static void fill(
      Plan plan, Fan fan, String name, int rows, double radius, int... blocks) {
    if (rows == 0) {
      return;
    }
    Plan.Zone zone = plan.zone(name);
    for (int i = 0; i < rows; i++) {
      boolean isByTheDoors = i == rows - 1 && name.equals(PARTERRE);
      fan.fill(
          zone.row(Integer.toString(i + 1), name),
          radius + i * ROW_DEPTH,
          isByTheDoors ? Marks.WHEELCHAIRS_AT_THE_ENDS : Marks.NONE,
          blocks);
    }
  }
}
