package dev.boxoffice.seat.allocation.load;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long holds last and how many may be asked for at once.
 *
 * @param payFor how long after paying began the seats stay at least
 * @param sweepEvery at the latest after this long, expired holds are looked for
 * @param claimFor how long a seat stays claimed in Redis while its hold is being written
 * @param holdsInFlightMax hold requests in progress; more are answered 503 at once
 * @param holdsInFlightWithoutRedisMax the same while every request must go to the database
 * @param databasePermits transactions of the allocation at once; fewer than the pool's connections
 * @param databaseWait how long a request waits for its turn, or for its batch to begin, before it
 *     is answered 503; what has begun is waited for, as long as its statements may take
 */
@Validated
@ConfigurationProperties("boxoffice.seat")
public record AllocationSettings(
    @DefaultValue("PT10M") @DurationMin(millis = 100) Duration holdFor,
    @DefaultValue("PT5M") @DurationMin(millis = 100) Duration extendFor,
    @DefaultValue("2") @PositiveOrZero int extensionsMax,
    @DefaultValue("PT2M") @DurationMin(millis = 100) Duration payFor,
    @DefaultValue("PT30S") @DurationMin(millis = 100) Duration sweepEvery,
    @DefaultValue("PT10S") @DurationMin(millis = 100) Duration claimFor,
    @DefaultValue("512") @Positive int holdsInFlightMax,
    @DefaultValue("256") @Positive int holdsInFlightWithoutRedisMax,
    @DefaultValue("8") @Positive @Max(100) int databasePermits,
    @DefaultValue("PT3S") Duration databaseWait) {}
