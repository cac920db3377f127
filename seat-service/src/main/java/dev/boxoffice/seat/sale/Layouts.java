package dev.boxoffice.seat.sale;

import dev.boxoffice.defaults.client.ServiceClients;
import dev.boxoffice.defaults.problem.UnavailableException;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Layouts by their hash: fetched once from event-service, then kept. */
@Component
class Layouts {
  private static final Logger log = LoggerFactory.getLogger(Layouts.class);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

  private final LayoutLedger kept;
  private final RestClient events;
  private final JsonMapper json;

  Layouts(
      LayoutLedger kept,
      ServiceClients clients,
      @Value("${boxoffice.services.event}") URI eventService,
      JsonMapper json) {
    this.kept = kept;
    this.events = clients.restClient("event-service", eventService, READ_TIMEOUT);
    this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  /**
   * The layout with this hash. Not to be called inside a transaction.
   *
   * @throws UnavailableException if it is not kept here and event-service does not answer
   */
  Layout find(String layoutHash) {
    String body = kept.find(layoutHash).orElseGet(() -> fetch(layoutHash));
    return json.readValue(body, Layout.class);
  }

  private String fetch(String layoutHash) {
    String body;
    try {
      body = events.get().uri("/internal/layouts/{hash}", layoutHash).retrieve().body(String.class);
    } catch (RestClientException | OAuth2AuthorizationException e) {
      throw new UnavailableException("layout " + layoutHash, e);
    }
    if (body == null) {
      throw new UnavailableException("layout " + layoutHash + " came without a body", null);
    }
    boolean first = kept.keep(layoutHash, body);
    log.debug("Fetched layout {}, first to keep it: {}", layoutHash, first);
    return body;
  }
}
