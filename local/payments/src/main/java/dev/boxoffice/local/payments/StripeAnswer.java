package dev.boxoffice.local.payments;

/** An HTTP answer of the API. */
record StripeAnswer(int status, String body) {}
