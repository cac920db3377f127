package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.EntryId;

/**
 * A join as it was just stored.
 *
 * @param roomOn whether it has to wait
 */
record Entry(EntryId entryId, long number, boolean roomOn) {}
