package dev.boxoffice.gateway.edge;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.server.WebFilter;

/** Lets scripts of the configured origins call; of none, unless there are some. */
@Configuration(proxyBeanMethods = false)
class CrossOrigin {
  private static final Duration PREFLIGHT_REMEMBERED_FOR = Duration.ofHours(1);

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  WebFilter crossOriginFilter(EdgeSettings settings) {
    if (settings.corsOrigins().isEmpty()) {
      return (exchange, chain) -> chain.filter(exchange);
    }
    CorsConfiguration allowed = new CorsConfiguration();
    allowed.setAllowedOrigins(settings.corsOrigins());
    allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    allowed.setAllowedHeaders(List.of(CorsConfiguration.ALL));
    allowed.setExposedHeaders(
        List.of(
            "ETag",
            "Location",
            "Retry-After",
            "RateLimit-Limit",
            "RateLimit-Remaining",
            "RateLimit-Reset",
            "X-Seq"));
    // Tokens travel in a header that scripts set themselves; cookies are never wanted.
    allowed.setAllowCredentials(false);
    allowed.setMaxAge(PREFLIGHT_REMEMBERED_FOR);
    return new CorsWebFilter(_ -> allowed);
  }
}
