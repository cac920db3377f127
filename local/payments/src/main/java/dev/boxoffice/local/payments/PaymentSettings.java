package dev.boxoffice.local.payments;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The provider's configuration.
 *
 * @param secretKey the merchant's API key
 * @param webhookSecret signs events
 * @param webhookUrl where events go; without one, nobody is told
 * @param ledgerFile the append-only file; made when missing
 * @param publicUrl under which the buyer's browser reaches this
 */
@Validated
@ConfigurationProperties("boxoffice.payments")
record PaymentSettings(
    @NotBlank String secretKey,
    @NotBlank String webhookSecret,
    @Nullable URI webhookUrl,
    @NotNull Path ledgerFile,
    @NotNull URI publicUrl) {}
