package dev.boxoffice.defaults.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored event on its way to Kafka; {@code position} is the order in which it was stored. */
record OutboxEvent(
    long position,
    UUID eventId,
    String topic,
    String messageKey,
    String type,
    String payload,
    @Nullable String traceparent,
    Instant createdAt) {}
