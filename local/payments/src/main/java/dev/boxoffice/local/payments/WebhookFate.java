package dev.boxoffice.local.payments;

/** How the events of a payment are told, where that is not as usual. */
enum WebhookFate {
  /** Before the request that they are about is answered. */
  FIRST,
  LATE,
  TWICE,
  NEVER,
  /** First with a signature that does not fit, then as usual. */
  FORGED,
  /** What happened first is told last. */
  REORDERED
}
