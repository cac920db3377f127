package dev.boxoffice.queue.admission;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sets how fast a show lets people in, from when, and whether it does at all. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SteerAdmission {
  private final PaceLedger paces;
  private final AdmissionSettings settings;

  SteerAdmission(PaceLedger paces, AdmissionSettings settings) {
    this.paces = paces;
    this.settings = settings;
  }

  /** Begins for a new show, at the usual pace. */
  public void begin(ShowId showId, boolean running, @Nullable Instant doorsOpenAt) {
    if (!paces.insert(showId, settings.usualPace(), running, doorsOpenAt)) {
      throw new IllegalStateException("admission has begun before for " + showId);
    }
  }

  public Optional<Pace> pace(ShowId showId) {
    return paces.find(showId);
  }

  public void steer(ShowId showId, Pace pace, boolean running) {
    known(showId, paces.steer(showId, pace, running));
  }

  public void openDoorsAt(ShowId showId, @Nullable Instant doorsOpenAt) {
    known(showId, paces.openDoorsAt(showId, doorsOpenAt));
  }

  public void stop(ShowId showId) {
    known(showId, paces.stop(showId));
  }

  private static void known(ShowId showId, boolean updated) {
    if (!updated) {
      throw new IllegalStateException("admission has not begun for " + showId);
    }
  }
}
