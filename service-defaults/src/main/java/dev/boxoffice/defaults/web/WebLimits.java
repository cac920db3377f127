package dev.boxoffice.defaults.web;

import jakarta.validation.constraints.Positive;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How large a request body may be, in bytes.
 *
 * @param largeBodyPaths paths on which {@code largeBodyBytesMax} holds instead
 */
@Validated
@ConfigurationProperties("boxoffice.web")
public record WebLimits(
    @DefaultValue("65536") @Positive int bodyBytesMax,
    @DefaultValue("41943040") @Positive int largeBodyBytesMax,
    @DefaultValue List<String> largeBodyPaths) {
  public WebLimits {
    largeBodyPaths = List.copyOf(largeBodyPaths);
  }
}
