package dev.boxoffice.booking.process;

import java.util.UUID;

/**
 * A run of a process that this instance may go on with while its lease lasts.
 *
 * @param key the process's own id
 * @param tries how often it has been put off without an answer
 * @param lease proves whose run it is when it is put off
 */
public record Work(WorkKind kind, UUID key, int tries, UUID lease) {}
