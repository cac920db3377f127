package dev.boxoffice.local.payments;

/** The requests with which something can be made to go wrong. */
enum Call {
  AUTHORISE,
  CAPTURE,
  CANCEL,
  REFUND
}
