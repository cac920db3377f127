package dev.boxoffice.local.launcher.house;

/** A point of a plan; y grows downwards, away from the stage. */
record Spot(double x, double y) {

  private static final double STEPS = 10;

  /** A tenth of a unit is finer than any map shows, and keeps a stadium's plan small. */
  Spot {
    x = Math.round(x * STEPS) / STEPS;
    y = Math.round(y * STEPS) / STEPS;
  }
}
