package dev.boxoffice.system.seatmap;

/**
 * What was measured.
 *
 * @param p99Millis within which 99 % were answered
 * @param bytesPerAnswer on the wire, headers included
 * @param failed answers that were errors, and connections that broke
 * @param queriesPerSecond of all programs to Postgres meanwhile
 */
record Reading(
    Way way,
    Form form,
    int seats,
    double perSecond,
    double p99Millis,
    double bytesPerAnswer,
    long failed,
    double queriesPerSecond) {}
