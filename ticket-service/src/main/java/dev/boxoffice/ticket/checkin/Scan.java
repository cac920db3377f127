package dev.boxoffice.ticket.checkin;

import dev.boxoffice.ticket.ShowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code that was held before a scanner.
 *
 * @param qr what the code said
 * @param showId the show the door belongs to; any if null
 * @param isOffline the door decided by itself, and we hear of it later
 */
record Scan(
    String qr,
    @Nullable ShowId showId,
    @Nullable String gate,
    Instant scannedAt,
    boolean isOffline) {}
