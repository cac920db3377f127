package dev.boxoffice.event.seatingplan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Who sits beside whom: decided by where seats are, never by their numbers (odd on the left, even
 * on the right is common). A gap much wider than the row's usual spacing is an aisle.
 */
final class Neighbours {
  /** A gap of more than this many usual spacings parts two seats. */
  private static final double AISLE = 1.6;

  /** A row of lonely seats has no spacing of its own; beyond this it is measured by its zone's. */
  private static final double SPARSE = 2.0;

  private final double[] x;
  private final double[] y;
  private final int[] left;
  private final int[] right;

  /** Seats by an index of the caller's; all rows of the plan share the arrays. */
  Neighbours(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    this.left = new int[x.length];
    this.right = new int[x.length];
    Arrays.fill(left, Layout.NOBODY);
    Arrays.fill(right, Layout.NOBODY);
  }

  int left(int seat) {
    return left[seat];
  }

  int right(int seat) {
    return right[seat];
  }

  /** Links the seats of one zone's rows; each row holds its seats in the file's order. */
  void link(List<int[]> rows) {
    List<int[]> ordered = rows.stream().map(this::inOrder).toList();
    double usual = median(ordered.stream().flatMapToDouble(r -> Arrays.stream(gaps(r))).toArray());
    for (int[] row : ordered) {
      double[] gaps = gaps(row);
      double own = median(gaps);
      double spacing = own > SPARSE * usual ? usual : own;
      for (int i = 0; i < gaps.length; i++) {
        if (gaps[i] <= AISLE * spacing) {
          right[row[i]] = row[i + 1];
          left[row[i + 1]] = row[i];
        }
      }
    }
  }

  /**
   * The seats along the row, left to right as the plan is drawn (top to bottom where it runs that
   * way). A bent row is followed as it was drawn if that is the shorter way through its seats.
   */
  private int[] inOrder(int[] row) {
    if (row.length < 2) {
      return row;
    }
    int[] straight = alongAxis(row);
    int[] order = length(row) <= length(straight) ? row : straight;
    double dx = x[order[order.length - 1]] - x[order[0]];
    double dy = y[order[order.length - 1]] - y[order[0]];
    boolean forwards = Math.abs(dx) >= Math.abs(dy) ? dx >= 0 : dy >= 0;
    return forwards ? order : reversed(order);
  }

  private int[] alongAxis(int[] row) {
    int start = farthest(row, row[0]);
    int end = farthest(row, start);
    double dx = x[end] - x[start];
    double dy = y[end] - y[start];
    List<Integer> seats = new ArrayList<>(row.length);
    for (int seat : row) {
      seats.add(seat);
    }
    seats.sort(Comparator.comparingDouble(seat -> x[seat] * dx + y[seat] * dy));
    return seats.stream().mapToInt(Integer::intValue).toArray();
  }

  private int farthest(int[] row, int from) {
    int farthest = from;
    for (int seat : row) {
      if (distance(from, seat) > distance(from, farthest)) {
        farthest = seat;
      }
    }
    return farthest;
  }

  private double length(int[] row) {
    return Arrays.stream(gaps(row)).sum();
  }

  private double[] gaps(int[] row) {
    double[] gaps = new double[Math.max(0, row.length - 1)];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = distance(row[i], row[i + 1]);
    }
    return gaps;
  }

  private double distance(int one, int other) {
    return Math.hypot(x[one] - x[other], y[one] - y[other]);
  }

  private static int[] reversed(int[] order) {
    int[] reversed = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      reversed[i] = order[order.length - 1 - i];
    }
    return reversed;
  }

  /** The lower of the two in the middle. */
  private static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) / 2];
  }
}
