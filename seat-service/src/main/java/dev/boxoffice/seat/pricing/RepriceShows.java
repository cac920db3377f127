package dev.boxoffice.seat.pricing;

import dev.boxoffice.seat.pricing.PriceLedger.DueShow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reprices the shows whose turn it is. Any number of instances may do this: whoever takes a show
 * has it for one period, and a crash costs that show this period.
 */
@Component
class RepriceShows {
  private static final Logger log = LoggerFactory.getLogger(RepriceShows.class);
  private static final int SHOWS_PER_RUN = 1_000;

  private final PriceLedger prices;
  private final RepriceShow repriceShow;
  private final ObjectProvider<ShowViews> views;
  private final PricingSettings settings;

  RepriceShows(
      PriceLedger prices,
      RepriceShow repriceShow,
      ObjectProvider<ShowViews> views,
      PricingSettings settings) {
    this.prices = prices;
    this.repriceShow = repriceShow;
    this.views = views;
    this.settings = settings;
  }

  @Scheduled(fixedDelayString = "${boxoffice.pricing.look-every:PT1S}")
  void repriceDue() {
    int enlisted = prices.enlist();
    log.trace("{} shows are priced dynamically from now on", enlisted);
    for (int n = 0; n < SHOWS_PER_RUN; n++) {
      Optional<DueShow> due = prices.takeDue(settings.every());
      if (due.isEmpty()) {
        return;
      }
      reprice(due.get());
    }
  }

  private void reprice(DueShow show) {
    try {
      int changed = repriceShow.reprice(show.showId(), show.showTime(), viewsOf(show));
      log.debug("Show {}: {} prices changed", show.showId(), changed);
    } catch (RuntimeException e) {
      log.warn("Show {} keeps its prices until its next turn", show.showId(), e);
    }
  }

  private ShowViews.@Nullable Views viewsOf(DueShow show) {
    ShowViews counted = views.getIfAvailable();
    return counted == null ? null : counted.of(show.showId()).orElse(null);
  }
}
