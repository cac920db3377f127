package dev.boxoffice.booking.process;

import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes up work that is due: whose answer was missing, whose runner died, or which was woken. */
@Component
class Recoverer {

  private static final Logger log = LoggerFactory.getLogger(Recoverer.class);

  private final WorkLedger ledger;
  private final WorkRunner runner;
  private final Semaphore free;

  /** Whether the last look found as much as there was room for. */
  private volatile boolean more;

  Recoverer(WorkLedger ledger, WorkRunner runner, RecoverySettings settings) {
    this.ledger = ledger;
    this.runner = runner;
    this.free = new Semaphore(settings.runsMax());
  }

  @Scheduled(
      fixedDelayString = "${boxoffice.recovery.every:PT0.25S}",
      initialDelayString = "${boxoffice.recovery.every:PT0.25S}")
  void recover() {
    int room = free.drainPermits();
    int started = 0;
    try {
      if (room > 0) {
        var due = ledger.claimDue(room);
        // Before the first is started, as it may be over before the last is.
        more = due.size() == room;
        for (var work : due) {
          var _ = runner.start(work).whenComplete((done, fault) -> makeRoom());
          started++;
        }
      }
    } finally {
      free.release(room - started);
    }
  }

  /** An outage leaves more than there is room for; the next is taken up without waiting then. */
  private void makeRoom() {
    free.release();
    if (more && runner.isOpen()) {
      try {
        recover();
      } catch (RuntimeException e) {
        more = false;
        log.warn("Nothing more is taken up before the next look", e);
      }
    }
  }
}
