package dev.boxoffice.ticket.issuing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The S3 server that keeps the PDFs.
 *
 * @param endpoint where this service reaches it
 * @param publicEndpoint where clients reach it; signed links name it
 * @param timeout for one request
 * @param linkValidFor how long a signed link works
 */
@Validated
@ConfigurationProperties("boxoffice.object-store")
record ObjectStoreSettings(
    @NotNull URI endpoint,
    @NotNull URI publicEndpoint,
    @NotBlank String accessKey,
    @NotBlank String secretKey,
    @NotBlank String bucket,
    @DefaultValue("us-east-1") String region,
    @DefaultValue("PT5S") Duration timeout,
    @DefaultValue("PT5M") Duration linkValidFor) {}
