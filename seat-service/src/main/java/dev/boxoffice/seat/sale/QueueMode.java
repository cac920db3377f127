package dev.boxoffice.seat.sale;

/** Whether a waiting room stands before the sale. */
enum QueueMode {
  OFF,
  AUTO,
  ON
}
