package dev.boxoffice.gateway.edge;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * That an answer would be another for a script of another origin, which caches have to know. {@link
 * CrossOrigin} says it of whatever it sees; this is for answers that are given out before.
 */
@Component
public final class OriginVariance {
  private final boolean varies;

  OriginVariance(EdgeSettings settings) {
    this.varies = !settings.corsOrigins().isEmpty();
  }

  public void addTo(HttpHeaders headers) {
    if (varies) {
      headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
  }
}
