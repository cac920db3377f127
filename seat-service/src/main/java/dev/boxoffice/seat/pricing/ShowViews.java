package dev.boxoffice.seat.pricing;

import dev.boxoffice.seat.sale.ShowId;
import java.util.Optional;

/**
 * How often shows are looked at, by whoever shows them: the feature that serves seat maps counts,
 * pricing only asks. Never asked inside a transaction.
 */
public interface ShowViews {
  /** The show's views; empty as long as nobody has counted them. */
  Optional<Views> of(ShowId showId);

  /**
   * What was counted.
   *
   * @param lastHour views within the last hour
   * @param averageAnHour views an hour since the show was first looked at
   */
  record Views(long lastHour, double averageAnHour) {
    public Views {
      if (lastHour < 0 || !(averageAnHour >= 0) || Double.isInfinite(averageAnHour)) {
        throw new IllegalArgumentException(lastHour + " views, on average " + averageAnHour);
      }
    }
  }
}
