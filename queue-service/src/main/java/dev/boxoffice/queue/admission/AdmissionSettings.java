package dev.boxoffice.queue.admission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param signingKeyFile the P-256 private key that signs admission tokens, PKCS#8 in PEM
 * @param admittedFor how long an admission lasts
 * @param lookEvery how often due batches are looked for
 * @param batchSize admitted at once, unless a show says otherwise
 * @param batchInterval between batches, unless a show says otherwise
 * @param activeMax admitted at one time, unless a show says otherwise
 */
@Validated
@ConfigurationProperties("boxoffice.admission")
record AdmissionSettings(
    @NotNull Path signingKeyFile,
    @NotNull @DurationMin(seconds = 1) Duration admittedFor,
    @NotNull @DurationMin(millis = 10) Duration lookEvery,
    @Min(1) @Max(10_000) int batchSize,
    @NotNull @DurationMin(millis = 10) Duration batchInterval,
    @Min(1) @Max(1_000_000) int activeMax) {

  Pace usualPace() {
    return new Pace(batchSize, batchInterval, activeMax);
  }
}
