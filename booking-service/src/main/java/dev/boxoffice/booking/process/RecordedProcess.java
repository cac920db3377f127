package dev.boxoffice.booking.process;

import java.util.UUID;

/** A process that goes on from the step it has recorded. */
public interface RecordedProcess {

  WorkKind kind();

  /**
   * Goes on until the end or until it must wait.
   *
   * @throws dev.boxoffice.defaults.problem.UnavailableException if no answer came: the step stands
   *     as it is and is tried again
   */
  Progress advance(UUID key);
}
