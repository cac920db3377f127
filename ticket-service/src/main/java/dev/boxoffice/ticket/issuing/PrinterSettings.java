package dev.boxoffice.ticket.issuing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How eagerly PDFs are printed.
 *
 * @param every the pause between looking for documents that are due
 * @param documentsAtOnce how many one instance prints side by side
 * @param lease after which another instance takes over a document
 * @param retryAfter the first pause after a failure; it doubles up to {@code retryAfterMax}
 */
@Validated
@ConfigurationProperties("boxoffice.printing")
record PrinterSettings(
    @NotNull @DefaultValue("PT0.2S") Duration every,
    @Positive @DefaultValue("8") int documentsAtOnce,
    @NotNull @DefaultValue("PT30S") Duration lease,
    @NotNull @DefaultValue("PT1S") Duration retryAfter,
    @NotNull @DefaultValue("PT10S") Duration retryAfterMax) {

  private static final int DOUBLINGS_MAX = 10;

  Duration pauseAfter(int attempts) {
    var pause = retryAfter.multipliedBy(1L << Math.clamp(attempts - 1, 0, DOUBLINGS_MAX));
    return pause.compareTo(retryAfterMax) < 0 ? pause : retryAfterMax;
  }
}
