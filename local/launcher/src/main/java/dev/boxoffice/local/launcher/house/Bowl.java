package dev.boxoffice.local.launcher.house;

import java.util.ArrayList;
import java.util.List;

/**
 * The ring around a field: straight stands along its four sides, joined by quarter circles.
 *
 * @param middle of the field
 * @param length of the straight stands along the longer sides
 * @param width of those along the shorter sides
 * @param radius of the corners at the foot of the stands
 */
record Bowl(Spot middle, double length, double width, double radius) {

  /** A wedge or a straight piece of the ring. */
  interface Stand {
    /** How long it is at that depth, which is counted from the foot of the stands outwards. */
    double length(double depth);

    /** The place that far along it, clockwise, at that depth. */
    Spot at(double depth, double along);
  }

  /** How many stands each part of the ring is divided into. */
  record Division(int longSide, int shortSide, int corner) {}

  /** The four sides in the order in which they come. */
  enum Side {
    NORTH(-1),
    EAST(0),
    SOUTH(1),
    WEST(2);

    private final int quarterTurns;

    Side(int quarterTurns) {
      this.quarterTurns = quarterTurns;
    }

    boolean isLong() {
      return this == NORTH || this == SOUTH;
    }

    /** The direction outwards: an angle from east, clockwise on the page. */
    private double outwards() {
      return quarterTurns * Math.PI / 2;
    }
  }

  /**
   * A piece of the ring.
   *
   * @param isCorner whether it lies in the corner that follows the side
   * @param number from 0 within its side or corner
   */
  record Piece(Side side, boolean isCorner, int number, Stand stand) {}

  /** Clockwise, from the left end of the north side. */
  List<Piece> divided(Division division) {
    List<Piece> pieces = new ArrayList<>();
    for (Side side : Side.values()) {
      int stands = side.isLong() ? division.longSide() : division.shortSide();
      for (int i = 0; i < stands; i++) {
        pieces.add(new Piece(side, false, i, new Straight(this, side, i, stands)));
      }
      for (int i = 0; i < division.corner(); i++) {
        pieces.add(new Piece(side, true, i, new Wedge(this, side, i, division.corner())));
      }
    }
    return pieces;
  }

  /** The ring at that depth, as a line of many corners. */
  List<Spot> outline(double depth) {
    List<Spot> corners = new ArrayList<>();
    for (Piece piece : divided(new Division(1, 1, 12))) {
      corners.add(piece.stand().at(depth, 0));
    }
    return corners;
  }

  /** From the middle, so far outwards and so far clockwise along a side. */
  private Spot from(Side side, double outwards, double along) {
    double angle = side.outwards();
    return new Spot(
        middle.x() + outwards * Math.cos(angle) - along * Math.sin(angle),
        middle.y() + outwards * Math.sin(angle) + along * Math.cos(angle));
  }

  private double sideLength(Side side) {
    return side.isLong() ? length : width;
  }

  private double sideDistance(Side side) {
    return (side.isLong() ? width : length) / 2;
  }

  private record Straight(Bowl bowl, Side side, int number, int of) implements Stand {
    @Override
    public double length(double depth) {
      return bowl.sideLength(side) / of;
    }

    @Override
    public Spot at(double depth, double along) {
      double start = bowl.sideLength(side) * ((double) number / of - 0.5);
      return bowl.from(side, bowl.sideDistance(side) + bowl.radius + depth, start + along);
    }
  }

  private record Wedge(Bowl bowl, Side side, int number, int of) implements Stand {
    @Override
    public double length(double depth) {
      return (bowl.radius + depth) * Math.PI / 2 / of;
    }

    @Override
    public Spot at(double depth, double along) {
      double reach = bowl.radius + depth;
      double turned = Math.PI / 2 * number / of + along / reach;
      return bowl.from(
          side,
          bowl.sideDistance(side) + reach * Math.cos(turned),
          bowl.sideLength(side) / 2 + reach * Math.sin(turned));
    }
  }
}
