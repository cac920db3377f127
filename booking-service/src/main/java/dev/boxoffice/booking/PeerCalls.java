package dev.boxoffice.booking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.boxoffice.defaults.problem.UnavailableException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls to another of our services, where an answer is either what the contract promises or
 * unknown.
 */
public final class PeerCalls {

  private final String peer;
  private final RestClient http;
  private final JsonMapper json;

  public PeerCalls(String peer, RestClient http, JsonMapper json) {
    this.peer = peer;
    this.http = http;
    this.json = json;
  }

  /**
   * Posts a body and gives back the answer, be it yes or no.
   *
   * @throws UnavailableException if none came, or one that decides nothing
   */
  public Answer post(String path, Object body, Object... pathVariables) {
    try {
      return http.post()
          .uri(path, pathVariables)
          .contentType(MediaType.APPLICATION_JSON)
          .body(body)
          .exchangeForRequiredValue((request, response) -> read(response));
    } catch (RestClientException | OAuth2AuthorizationException e) {
      throw new UnavailableException(peer + " gave no answer", e);
    }
  }

  private Answer read(ClientHttpResponse response) throws IOException {
    int status = response.getStatusCode().value();
    byte[] body = response.getBody().readAllBytes();
    try {
      if (status == 200) {
        return new Answer(null, body, json, peer);
      }
      if (status == 404 || status == 409) {
        var refusal = json.readValue(body, Refusal.class);
        if (refusal.code() != null) {
          return new Answer(refusal.code(), body, json, peer);
        }
      }
    } catch (JacksonException e) {
      throw new UnavailableException(peer + " answered " + status + " with no JSON", e);
    }
    throw new UnavailableException(peer + " answered " + status, null);
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Refusal(@Nullable String code) {}

  /** What the other service said. */
  public static final class Answer {

    private final @Nullable String refusal;
    private final byte[] body;
    private final JsonMapper json;
    private final String peer;

    private Answer(@Nullable String refusal, byte[] body, JsonMapper json, String peer) {
      this.refusal = refusal;
      this.body = body;
      this.json = json;
      this.peer = peer;
    }

    /** The code of its no; absent if it said yes. */
    public @Nullable String refusal() {
      return refusal;
    }

    public <T> T as(Class<T> type) {
      try {
        return json.readValue(body, type);
      } catch (JacksonException e) {
        throw new UnavailableException(peer + " answered something else than agreed", e);
      }
    }

    /** A no that the contract does not know at this place. */
    public UnavailableException unexpected() {
      return new UnavailableException(peer + " refused with " + refusal, null);
    }
  }
}
