package dev.boxoffice.seat.sale;

import dev.boxoffice.seat.sale.Layout.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Sells a few more places of general admission than there are, for those who will not come: as many
 * as did not come before, and no more than the organiser allows. A numbered seat is never oversold.
 * Done before the seats are made: the added places are the last of their section, and ids and
 * counts follow by themselves.
 */
@Component
class Overbook {
  private static final Logger log = LoggerFactory.getLogger(Overbook.class);
  private static final int PERCENT_DECIMALS = 2;

  private final ObjectProvider<NoShowRates> rates;

  Overbook(ObjectProvider<NoShowRates> rates) {
    this.rates = rates;
  }

  /** The layout that is sold; the same one where nothing may be oversold or nothing is known. */
  Layout overbook(Preparation show, Layout layout) {
    NoShowRates known = rates.getIfAvailable();
    if (known == null || show.overbookingPercentMax().signum() <= 0) {
      return layout;
    }
    BigDecimal rate = known.of(show.eventId(), show.venueId()).orElse(BigDecimal.ZERO);
    Layout sold = enlarge(layout, capacity -> added(capacity, rate, show.overbookingPercentMax()));
    log.info(
        "Show {} is sold with {} places more than there are",
        show.showId(),
        sold.seats().size() - layout.seats().size());
    return sold;
  }

  /** Places to add to an area: rounded down, so that a small area has none. */
  static int added(int capacity, BigDecimal noShowRate, BigDecimal percentMax) {
    return BigDecimal.valueOf(capacity)
        .multiply(noShowRate.max(BigDecimal.ZERO).min(percentMax.movePointLeft(PERCENT_DECIMALS)))
        .setScale(0, RoundingMode.FLOOR)
        .intValueExact();
  }

  /** Adds places to the areas of general admission, by their capacity. */
  static Layout enlarge(Layout layout, IntUnaryOperator addedTo) {
    List<Layout.Seat> seats = layout.seats();
    int[] moved = new int[seats.size()];
    List<Layout.Seat> more = new ArrayList<>(seats.size());
    int capacity = 0;
    for (int i = 0; i < seats.size(); i++) {
      Layout.Seat seat = seats.get(i);
      moved[i] = more.size();
      more.add(seat);
      capacity++;
      if (i + 1 == seats.size() || seats.get(i + 1).section() != seat.section()) {
        Section section = layout.sections().get(seat.section());
        if (Boolean.TRUE.equals(section.generalAdmission())) {
          more.addAll(places(seat, capacity, addedTo.applyAsInt(capacity)));
        }
        capacity = 0;
      }
    }
    return new Layout(layout.sections(), more.stream().map(seat -> beside(seat, moved)).toList());
  }

  private static List<Layout.Seat> places(Layout.Seat last, int capacity, int added) {
    List<Layout.Seat> places = new ArrayList<>(added);
    for (int n = 1; n <= added; n++) {
      places.add(
          new Layout.Seat(
              last.section(),
              last.row(),
              Integer.toString(capacity + n),
              last.x(),
              last.y(),
              last.block(),
              null,
              null,
              false,
              false,
              last.restrictedView()));
    }
    return places;
  }

  private static Layout.Seat beside(Layout.Seat seat, int[] moved) {
    return new Layout.Seat(
        seat.section(),
        seat.row(),
        seat.number(),
        seat.x(),
        seat.y(),
        seat.block(),
        moved(seat.left(), moved),
        moved(seat.right(), moved),
        seat.accessible(),
        seat.companion(),
        seat.restrictedView());
  }

  private static @Nullable Integer moved(@Nullable Integer index, int[] moved) {
    return index == null || index < 0 ? index : Integer.valueOf(moved[index]);
  }
}
