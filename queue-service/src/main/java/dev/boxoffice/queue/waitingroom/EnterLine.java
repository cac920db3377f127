package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.AdmitAtOnce;
import dev.boxoffice.queue.admission.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores a join with its number; while the room is off, with its admission too. */
@Component
class EnterLine {
  private final LineLedger line;
  private final FindPlace findPlace;
  private final AdmitAtOnce admitAtOnce;
  private final TransactionTemplate transactions;

  EnterLine(
      LineLedger line,
      FindPlace findPlace,
      AdmitAtOnce admitAtOnce,
      TransactionTemplate transactions) {
    this.line = line;
    this.findPlace = findPlace;
    this.admitAtOnce = admitAtOnce;
    this.transactions = transactions;
  }

  /**
   * The new place; empty if another request of theirs was first, and then nothing is changed.
   *
   * @param over the place that they had before, whose admission is over, to be given up
   */
  Optional<Place> enter(Room room, UserId userId, @Nullable Place over) {
    return transactions.execute(
        status -> {
          boolean free = over == null || line.giveUp(over.entryId());
          Entry entry = free ? line.join(room.showId(), userId).orElse(null) : null;
          if (entry == null) {
            // The number that was taken goes back, so that there is no gap.
            status.setRollbackOnly();
            return Optional.empty();
          }
          if (!entry.roomOn()) {
            admitAtOnce.admit(entry.entryId(), room.showId());
          }
          // Before the commit nobody can take the place away again.
          return findPlace.find(room, userId);
        });
  }
}
