package dev.boxoffice.seat.pricing;

import dev.boxoffice.seat.sale.PricesChanged;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Recomputes the prices of a show's sections, all in one transaction. */
@Component
class RepriceShow {
  private static final Logger log = LoggerFactory.getLogger(RepriceShow.class);

  private final PriceLedger prices;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher listeners;
  private final Clock clock;

  RepriceShow(
      PriceLedger prices,
      TransactionTemplate transactions,
      ApplicationEventPublisher listeners,
      Clock clock) {
    this.prices = prices;
    this.transactions = transactions;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** Says how many sections have another price now. */
  int reprice(ShowId showId, Instant showTime, ShowViews.@Nullable Views views) {
    Duration untilShow = Duration.between(clock.instant(), showTime);
    Integer changed =
        transactions.execute(
            _ -> {
              int sections = 0;
              for (PricedSection section : prices.lockSections(showId)) {
                sections += reprice(showId, section, factors(section, untilShow, views));
              }
              return sections;
            });
    if (changed == null || changed == 0) {
      return 0;
    }
    log.info("Show {}: {} sections have another price", showId, changed);
    listeners.publishEvent(new PricesChanged(showId));
    return changed;
  }

  private int reprice(ShowId showId, PricedSection section, Factors factors) {
    long price = factors.price(section.base());
    if (price == section.price()) {
      return 0;
    }
    int changed = prices.reprice(showId, section, price);
    int recorded = prices.recordChange(showId, section, price, factors);
    if (changed != 1 || recorded != 1) {
      throw new IllegalStateException(
          List.of(changed, recorded) + " rows for the price of " + section + " of " + showId);
    }
    return changed;
  }

  private static Factors factors(
      PricedSection section, Duration untilShow, ShowViews.@Nullable Views views) {
    return new Factors(
        Factors.demand(views),
        Factors.time(untilShow),
        Factors.inventory(section.total(), section.available()));
  }
}
