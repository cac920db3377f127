package dev.boxoffice.defaults.idempotency;

import org.jspecify.annotations.Nullable;

/** The answer that a request got the first time. */
record FirstAnswer(
    int status, @Nullable String contentType, @Nullable String location, String body) {}
