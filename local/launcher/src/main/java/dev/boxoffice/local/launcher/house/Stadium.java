package dev.boxoffice.local.launcher.house;

import dev.boxoffice.local.launcher.house.Plan.Category;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A football ground of exactly 50,000 seats: two tiers all around the pitch. */
final class Stadium {

  static final int CAPACITY = 50_000;

  private static final double SPACING = 10;
  private static final double ROW_DEPTH = 16;
  private static final double STAIRS = 16;

  /** A pitch is 105 m by 68 m; a metre is 20 units. */
  private static final double PITCH_LENGTH = 2_100;

  private static final double PITCH_WIDTH = 1_360;
  private static final int LONG_SIDE = 6;
  private static final int SHORT_SIDE = 4;
  private static final String LINE = "#FFFFFF";

  private static final String PREMIUM = "Premium";
  private static final String LOWER = "Lower Tier";
  private static final String FAMILY = "Family";
  private static final String UPPER_SIDE = "Upper Tier Side";
  private static final String UPPER = "Upper Tier";

  private enum Tier {
    LOWER("Lower", 101, 0, 28, 3),
    UPPER("Upper", 201, 520, 23, 5);

    private final String title;
    private final int firstNumber;
    private final double foot;
    private final int rows;
    private final int standsInCorner;

    /**
     * Two of them make a bowl.
     *
     * @param firstNumber the number of its first section
     * @param foot where its first row is
     */
    Tier(String title, int firstNumber, double foot, int rows, int standsInCorner) {
      this.title = title;
      this.firstNumber = firstNumber;
      this.foot = foot;
      this.rows = rows;
      this.standsInCorner = standsInCorner;
    }

    Bowl.Division division() {
      return new Bowl.Division(LONG_SIDE, SHORT_SIDE, standsInCorner);
    }

    double depth(int row) {
      return foot + row * ROW_DEPTH;
    }
  }

  private static final double EDGE = Tier.UPPER.depth(Tier.UPPER.rows) + 40;

  private final Plan plan;
  private final Bowl bowl;

  private Stadium(String name) {
    double length = 1_500;
    double width = 800;
    double radius = 480;
    double sizeX = length + 2 * (radius + EDGE);
    double sizeY = width + 2 * (radius + EDGE);
    bowl = new Bowl(new Spot(sizeX / 2, sizeY / 2), length, width, radius);
    plan =
        new Plan(
            name,
            sizeX,
            sizeY,
            List.of(
                new Category(PREMIUM, "#B8860B"),
                new Category(LOWER, "#1F6FB2"),
                new Category(UPPER_SIDE, "#3A9D6E"),
                new Category(FAMILY, "#C2527A"),
                new Category(UPPER, "#7A68B8")));
  }

  static JsonNode plan(String name) {
    Stadium stadium = new Stadium(name);
    stadium.drawGround();
    int lower = stadium.fill(Tier.LOWER, Integer.MAX_VALUE);
    int upper = stadium.fill(Tier.UPPER, CAPACITY - lower);
    if (lower + upper != CAPACITY) {
      throw new IllegalStateException("the stands hold " + (lower + upper));
    }
    return stadium.plan.json();
  }

  private void drawGround() {
    Plan.Zone ground = plan.zone("Ground");
    ground.polygon(bowl.outline(EDGE - 20), "#E4E7EB");
    ground.polygon(bowl.outline(Tier.UPPER.foot - 30), "#D3D8DE");
    ground.polygon(bowl.outline(-16), "#6B8F5E");
    Spot middle = bowl.middle();
    Spot corner = new Spot(middle.x() - PITCH_LENGTH / 2, middle.y() - PITCH_WIDTH / 2);
    ground.rectangle(corner, PITCH_LENGTH, PITCH_WIDTH, "#3F8F46").border(LINE);
    ground.circle(middle, 183, "#3F8F46").border(LINE);
    ground.rectangle(new Spot(middle.x() - 1, corner.y()), 2, PITCH_WIDTH, LINE);
    double goalmouth = middle.y() - 403;
    ground.rectangle(new Spot(corner.x(), goalmouth), 330, 806, "#3F8F46").border(LINE);
    ground
        .rectangle(new Spot(corner.x() + PITCH_LENGTH - 330, goalmouth), 330, 806, "#3F8F46")
        .border(LINE);
    ground
        .rectangle(new Spot(middle.x() - 150, middle.y() - 868), 300, 24, "#5B6470")
        .text("Players' tunnel", new Spot(150, 12), LINE);
  }

  /** Seats as many as it holds, or as are wanted where that is a little less. */
  private int fill(Tier tier, int wanted) {
    List<Bowl.Piece> pieces = bowl.divided(tier.division());
    int[][] seats = new int[pieces.size()][tier.rows];
    for (int p = 0; p < seats.length; p++) {
      for (int row = 0; row < tier.rows; row++) {
        double usable = pieces.get(p).stand().length(tier.depth(row)) - STAIRS;
        seats[p][row] = 1 + (int) (usable / SPACING);
      }
    }
    int total = Arrays.stream(seats).flatMapToInt(Arrays::stream).sum();
    // A seat less in the last rows is seen by nobody.
    for (int row = tier.rows - 1; total > wanted && row >= 0; row--) {
      for (int p = 0; total > wanted && p < seats.length; p++) {
        seats[p][row]--;
        total--;
      }
    }
    for (int p = 0; p < seats.length; p++) {
      fill(tier, p, pieces.get(p), seats[p]);
    }
    return total;
  }

  private void fill(Tier tier, int index, Bowl.Piece piece, int[] seats) {
    Plan.Zone zone = plan.zone(tier.title + " " + (tier.firstNumber + index));
    for (int r = 0; r < seats.length; r++) {
      Plan.Row row = zone.row(Integer.toString(r + 1), category(tier, piece));
      double depth = tier.depth(r);
      double start = (piece.stand().length(depth) - (seats[r] - 1) * SPACING) / 2;
      Marks marks = marks(tier, piece, r);
      for (int i = 0; i < seats[r]; i++) {
        row.seat(piece.stand().at(depth, start + i * SPACING), marks.of(i + 1, seats[r]));
      }
    }
  }

  private static String category(Tier tier, Bowl.Piece piece) {
    boolean isAlongTheSide = piece.side().isLong() && !piece.isCorner();
    if (tier == Tier.UPPER) {
      return isAlongTheSide ? UPPER_SIDE : UPPER;
    }
    int last = LONG_SIDE - 1;
    if (isAlongTheSide && piece.number() > 0 && piece.number() < last) {
      return PREMIUM;
    }
    return piece.side() == Bowl.Side.EAST && !piece.isCorner() ? FAMILY : LOWER;
  }

  /** The concourse is level with the lower tier's last row; masts stand in the upper corners. */
  private static Marks marks(Tier tier, Bowl.Piece piece, int row) {
    if (tier == Tier.LOWER) {
      return row == tier.rows - 1 ? Marks.WHEELCHAIRS_AT_THE_ENDS : Marks.NONE;
    }
    return piece.isCorner() && row == 0 ? Marks.PILLARS_AT_THE_ENDS : Marks.NONE;
  }
}
