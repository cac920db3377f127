package dev.boxoffice.seat.allocation.load;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How requests go to the database together, for each kind of request.
 *
 * @param sizeMax requests in a batch
 * @param atOnceMax batches in progress; the fewer, the larger they grow under load
 * @param waitingMax requests that wait for a batch; more are answered 503 at once
 */
@Validated
@ConfigurationProperties("boxoffice.seat.batch")
public record BatchSettings(
    @DefaultValue("64") @Positive @Max(1_000) int sizeMax,
    @DefaultValue("3") @Positive @Max(100) int atOnceMax,
    @DefaultValue("512") @Positive int waitingMax) {}
