package dev.boxoffice.ticket.checkin;

/** The words in which the door is answered. */
enum ScanResult {
  ADMITTED,
  ALREADY_CHECKED_IN,
  CANCELLED,
  WRONG_SHOW,
  INVALID
}
