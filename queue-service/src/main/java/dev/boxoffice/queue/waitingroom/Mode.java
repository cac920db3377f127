package dev.boxoffice.queue.waitingroom;

/** When buyers of a show must wait to be admitted. */
enum Mode {
  OFF,
  /** When demand outruns the seats; off until then. */
  AUTO,
  ON,
  /** On, and nobody is let in. */
  PAUSED;

  boolean roomOn() {
    return this == ON || this == PAUSED;
  }

  boolean running() {
    return this == ON;
  }
}
