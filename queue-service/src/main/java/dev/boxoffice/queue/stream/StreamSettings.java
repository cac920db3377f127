package dev.boxoffice.queue.stream;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param lookEvery how often a line that is watched is looked at
 * @param pingEvery how often it is tried whether a watcher is still there
 * @param silentFor after how long a socket whose client answers no ping is given up
 * @param tokenWithin how long after opening a socket its first frame may come
 */
@Validated
@ConfigurationProperties("boxoffice.queue-stream")
record StreamSettings(
    @NotNull @DurationMin(millis = 10) Duration lookEvery,
    @NotNull @DurationMin(millis = 10) Duration pingEvery,
    @NotNull @DurationMin(millis = 10) Duration silentFor,
    @NotNull @DurationMin(millis = 10) Duration tokenWithin) {}
