package dev.boxoffice.local.launcher.house;

import dev.boxoffice.local.launcher.house.Plan.Category;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Grass before a stage, without a single seat: 5,000 people. */
final class Lawn {

  private static final int NEAR = 1_500;
  private static final int FAR = 3_500;

  private Lawn() {}

  static JsonNode plan(String name) {
    Category near = new Category("Front Lawn", "#6BAA5B");
    Category far = new Category("Lawn", "#A4CF95");
    Plan plan = new Plan(name, 1_200, 1_000, List.of(near, far));
    Plan.Zone park = plan.zone("Park");
    park.rectangle(new Spot(400, 40), 400, 110, "#4A4A52")
        .text("Stage", new Spot(200, 55), "#FFFFFF");
    park.rectangle(new Spot(200, 190), 800, 230, near.color())
        .text(near.name(), new Spot(400, 115), "#23401B")
        .standing(NEAR, near.name());
    park.rectangle(new Spot(60, 440), 1_080, 500, far.color())
        .text(far.name(), new Spot(540, 250), "#23401B")
        .standing(FAR, far.name());
    return plan.json();
  }
}
