package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.Admission;
import dev.boxoffice.queue.admission.EntryId;
import dev.boxoffice.queue.admission.Pace;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands in the line.
 *
 * @param ahead how many are before them and still there
 */
record Position(
    EntryId entryId, long number, long ahead, Pace pace, @Nullable Admission admission) {}
