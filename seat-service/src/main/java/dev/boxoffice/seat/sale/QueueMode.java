package dev.boxoffice.seat.sale;

/** Whether a waiting room stands before the sale. */
public enum QueueMode {
  OFF,
  AUTO,
  ON
}
