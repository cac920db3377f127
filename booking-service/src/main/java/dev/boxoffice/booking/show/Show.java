package dev.boxoffice.booking.show;

import dev.boxoffice.booking.ShowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A show as the catalogue last described it; of a cancelled one it may be the only word heard. */
public record Show(
    ShowId id,
    @Nullable String organiserId,
    @Nullable String title,
    @Nullable Instant showTime,
    @Nullable String currency,
    @Nullable Instant cancelledAt) {}
