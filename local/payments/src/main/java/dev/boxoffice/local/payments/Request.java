package dev.boxoffice.local.payments;

import org.jspecify.annotations.Nullable;

/**
 * What identifies a request.
 *
 * @param key the idempotency key, where the client sent one
 * @param fingerprint of the path and all parameters
 */
record Request(@Nullable String key, String fingerprint) {}
