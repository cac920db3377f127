package dev.boxoffice.defaults.idempotency;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The requests whose first answer is kept, as {@code POST /v1/bookings/hold}; {@code *} is one path
 * segment.
 */
@Validated
@ConfigurationProperties("boxoffice.idempotency")
public record IdempotencySettings(@DefaultValue List<String> paths) {
  public IdempotencySettings {
    paths = List.copyOf(paths);
  }
}
