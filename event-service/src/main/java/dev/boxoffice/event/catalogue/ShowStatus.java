package dev.boxoffice.event.catalogue;

/** Where a show is in its life. */
public enum ShowStatus {
  /** Published; its seats do not exist yet. */
  PREPARING,
  OPEN,
  /** Every seat is taken for good: none is free and none is merely held. */
  SOLD_OUT,
  CANCELLED,
  /** Has begun. */
  ENDED
}
