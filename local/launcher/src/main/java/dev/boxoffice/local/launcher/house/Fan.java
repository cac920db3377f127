package dev.boxoffice.local.launcher.house;

import java.util.Arrays;

/**
 * Rows on arcs around one point, so that every seat looks towards the stage.
 *
 * @param focus the middle of all arcs; the farther from the rows, the straighter they are
 * @param spacing from seat to seat along a row
 * @param side where the rows are, seen from the focus
 */
record Fan(Spot focus, double spacing, Side side) {

  /** So much wider than the spacing that seats on its sides are not beside each other. */
  private static final double AISLE_IN_SPACINGS = 2.5;

  enum Side {
    /** Where the audience is. */
    BEFORE(1),
    /** Behind the stage, where choirs sit. */
    BEHIND(-1);

    private final int sign;

    Side(int sign) {
      this.sign = sign;
    }
  }

  /**
   * @param blocks how many seats each block has, from left to right, with aisles between them
   */
  void fill(Plan.Row row, double radius, Marks marks, int... blocks) {
    int seats = Arrays.stream(blocks).sum();
    double width = (seats - blocks.length) * spacing;
    width += (blocks.length - 1) * AISLE_IN_SPACINGS * spacing;
    double along = -width / 2;
    int number = 0;
    for (int block : blocks) {
      for (int i = 0; i < block; i++) {
        number++;
        row.seat(at(radius, along + i * spacing), marks.of(number, seats));
      }
      along += (block - 1 + AISLE_IN_SPACINGS) * spacing;
    }
  }

  /**
   * @param along the way along the arc from its middle, to the right of who looks at the plan
   */
  private Spot at(double radius, double along) {
    double angle = along / radius;
    return new Spot(
        focus.x() + radius * Math.sin(angle), focus.y() + side.sign * radius * Math.cos(angle));
  }
}
