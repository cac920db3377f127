/**
 * What seats cost while a show is sold, where its organiser lets prices move.
 *
 * <p>A section's price is its base price times three factors: demand (how much the show is looked
 * at now, compared with its average), time (how near the show is) and inventory (how much of the
 * section is gone). The product is exact; it is rounded once, half up, to the currency's smallest
 * unit, and then bounded to 0.7 to 3.0 times the base, where the lower bound is rounded up.
 *
 * <p>Prices are recomputed on a schedule, a show at a time, by any number of instances; no request
 * ever computes one. A hold takes the price that the section's row has when the hold is written, so
 * it is that of the map its buyer saw or a newer one, and keeps it. Whoever asks why a price is
 * what it is finds every change with its factors in {@code price_change}.
 *
 * <p>Knows the sale alone. How many seats are left is read as it was last published; how often a
 * show is looked at comes in through {@link dev.boxoffice.seat.pricing.ShowViews}.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.pricing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
