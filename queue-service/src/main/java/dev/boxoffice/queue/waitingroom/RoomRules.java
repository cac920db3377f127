package dev.boxoffice.queue.waitingroom;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/** How an organiser wants a room to be; what is left out stays as it is. */
record RoomRules(
    @NotNull Mode mode,
    @Nullable @Min(1) @Max(10_000) Integer batchSize,
    @Nullable @DurationMin(seconds = 1) @DurationMax(minutes = 10) Duration batchInterval,
    @Nullable @Min(1) @Max(1_000_000) Integer activeMax,
    @Nullable LobbyOrder lobbyOrder) {}
