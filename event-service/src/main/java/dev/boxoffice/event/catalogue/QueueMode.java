package dev.boxoffice.event.catalogue;

/** When a show has a waiting room. */
enum QueueMode {
  OFF,
  /** When demand outruns the seats. */
  AUTO,
  ON
}
