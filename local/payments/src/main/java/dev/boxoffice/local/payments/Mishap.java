package dev.boxoffice.local.payments;

/** How a request goes wrong. */
enum Mishap {
  /** It has no effect, and its connection breaks. */
  REQUEST_LOST,
  /** It has its effect, but its connection breaks before the answer is through. */
  ANSWER_LOST,
  /** It has no effect, and the answer is that the provider is at fault. */
  ERROR,
  /** Effect and answer are late. */
  DELAYED,
  /** The card or the bank says no. */
  DECLINED
}
