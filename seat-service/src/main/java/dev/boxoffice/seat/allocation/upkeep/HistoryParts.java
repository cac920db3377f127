package dev.boxoffice.seat.allocation.upkeep;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the monthly parts of the seats' history in time. */
@Component
class HistoryParts {
  private static final int MONTHS_AHEAD = 3;

  private final HistoryLedger history;

  HistoryParts(HistoryLedger history) {
    this.history = history;
  }

  @Scheduled(fixedDelayString = "P1D")
  @SchedulerLock(name = "seat-event-parts", lockAtMostFor = "PT5M")
  void make() {
    history.makeParts(MONTHS_AHEAD);
  }
}
