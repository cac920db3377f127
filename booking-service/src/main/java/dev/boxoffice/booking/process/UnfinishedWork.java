package dev.boxoffice.booking.process;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The work that was begun and has to end; begun and ended in the caller's own transactions. */
@Component
public class UnfinishedWork {

  private final WorkLedger ledger;

  UnfinishedWork(WorkLedger ledger) {
    this.ledger = ledger;
  }

  /** Records work that the caller runs at once. */
  public Work begin(WorkKind kind, UUID key) {
    return ledger.begin(kind, key);
  }

  /** Records work for whoever finds it due; if it is there already, it stays as it is. */
  public void beginLater(WorkKind kind, UUID key, Duration delay) {
    ledger.beginLater(kind, key, delay);
  }

  /** Takes the lease of one piece of work, due or not; absent if somebody is at it. */
  public @Nullable Work claim(WorkKind kind, UUID key) {
    return ledger.claim(kind, key);
  }

  /** Makes work due now; it is no error if there is none. A run that is under way is left alone. */
  public void wake(UUID key) {
    ledger.wake(key);
  }

  /** Strikes work out, because its process is at its end. */
  public void end(WorkKind kind, UUID key) {
    ledger.end(kind, key);
  }

  /** Strikes work out unless somebody is at it; false if somebody is. */
  public boolean endUnlessRunning(WorkKind kind, UUID key) {
    return ledger.endUnlessRunning(kind, key);
  }
}
