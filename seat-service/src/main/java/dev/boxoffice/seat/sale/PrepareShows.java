package dev.boxoffice.seat.sale;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the seats of published shows. Apart from the listener, because a stadium takes seconds and
 * event-service may be away; any number of instances may do this, a show is opened once.
 */
@Component
class PrepareShows {
  private static final Logger log = LoggerFactory.getLogger(PrepareShows.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration TRY_AGAIN_AT_MOST_AFTER = Duration.ofSeconds(30);
  private static final int SHOWS_PER_RUN = 100;

  private final SaleLedger sales;
  private final Layouts layouts;
  private final Overbook overbook;
  private final OpenShow openShow;
  private final SeatingLedger seating;

  PrepareShows(
      SaleLedger sales,
      Layouts layouts,
      Overbook overbook,
      OpenShow openShow,
      SeatingLedger seating) {
    this.sales = sales;
    this.layouts = layouts;
    this.overbook = overbook;
    this.openShow = openShow;
    this.seating = seating;
  }

  @Scheduled(fixedDelayString = "${boxoffice.seat.prepare-every:PT0.5S}")
  void prepareAll() {
    for (int n = 0; n < SHOWS_PER_RUN; n++) {
      Optional<Preparation> show = sales.takeOneToPrepare(LEASE);
      if (show.isEmpty()) {
        return;
      }
      prepare(show.get());
    }
  }

  private void prepare(Preparation show) {
    try {
      Layout layout = overbook.overbook(show, layouts.find(show.layoutHash()));
      boolean opened = openShow.open(show, layout);
      if (opened) {
        seating.refreshStatistics(show.showId());
      }
      log.info(
          "Show {} with {} seats: {}",
          show.showId(),
          layout.seats().size(),
          opened ? "open" : "was open or cancelled");
    } catch (RuntimeException e) {
      boolean waits = sales.postpone(show.showId(), TRY_AGAIN_AT_MOST_AFTER);
      log.warn("Show {} is not prepared yet, tried again: {}", show.showId(), waits, e);
    }
  }
}
