package dev.boxoffice.event.seatingplan;

import dev.boxoffice.event.seatingplan.PlanDocument.Row;
import dev.boxoffice.event.seatingplan.PlanDocument.Seat;
import dev.boxoffice.event.seatingplan.RowLabel.Step;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deals rows into blocks: a block is a run of rows whose labels rise, or fall, by one. Within a
 * block no row has a number twice, so that block, row and number name one seat.
 */
final class Blocks {
  private record Place(String row, String number) {}

  private final Set<Place> taken = new HashSet<>();
  private int block;
  private @Nullable String previousLabel;
  private Step direction = Step.SAME;

  /** A zone's rows never continue those of another. */
  void startZone() {
    previousLabel = null;
  }

  /**
   * The block of each of the row's seats, counted from 1 over the plan. Rows come in the file's
   * order.
   */
  int[] of(Row row) {
    Step step = previousLabel == null ? Step.NONE : RowLabel.step(previousLabel, row.label());
    if (!continues(step) || repeats(row)) {
      start();
    } else if (step != Step.SAME) {
      direction = step;
    }
    previousLabel = row.label();
    int[] blocks = new int[row.seats().size()];
    for (int i = 0; i < blocks.length; i++) {
      Place place = new Place(row.label(), row.seats().get(i).number());
      if (!taken.add(place)) {
        start();
        var _ = taken.add(place);
      }
      blocks[i] = block;
    }
    return blocks;
  }

  private void start() {
    block++;
    taken.clear();
    direction = Step.SAME;
  }

  private boolean continues(Step step) {
    return switch (step) {
      case NONE -> false;
      case SAME -> true;
      case UP, DOWN -> direction == Step.SAME || direction == step;
    };
  }

  private boolean repeats(Row row) {
    for (Seat seat : row.seats()) {
      if (taken.contains(new Place(row.label(), seat.number()))) {
        return true;
      }
    }
    return false;
  }
}
