package dev.boxoffice.local.payments;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The provider's configuration.
 *
 * @param secretKey the merchant's API key
 * @param webhookSecret signs events
 * @param webhookUrl where events go; without one, nobody is told
 * @param ledgerFile the append-only file; made when missing
 * @param publicUrl under which the buyer's browser reaches this
 * @param lateBy how late an answer or event is that is meant to be
 * @param mishapPercent how many of a hundred requests go wrong by chance
 * @param mishapSeed draws which; the same seed draws the same
 */
@Validated
@ConfigurationProperties("boxoffice.payments")
record PaymentSettings(
    @NotBlank String secretKey,
    @NotBlank String webhookSecret,
    @Nullable URI webhookUrl,
    @NotNull Path ledgerFile,
    @NotNull URI publicUrl,
    @NotNull @DefaultValue("PT3S") Duration lateBy,
    @Min(0) @Max(100) @DefaultValue("0") int mishapPercent,
    @DefaultValue("0") long mishapSeed) {}
