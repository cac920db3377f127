package dev.boxoffice.local.launcher;

import dev.boxoffice.local.stack.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One service's dead letters, over its endpoint for operators. */
final class DeadLetters {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final URI url;
  private final String token;
  private final HttpClient http = HttpClient.newHttpClient();

  DeadLetters(URI service, String token) {
    this.url = service.resolve("/actuator/deadletters");
    this.token = token;
  }

  List<JsonNode> look() {
    return JSON.readTree(ok(send(request(url).GET().build())).body())
        .path("items")
        .valueStream()
        .toList();
  }

  /** How many were sent back; empty if the service does not hear the topic. */
  OptionalInt replay(String topic) {
    HttpRequest request =
        request(URI.create(url + "/" + topic)).POST(BodyPublishers.noBody()).build();
    HttpResponse<String> response = send(request);
    return response.statusCode() == NOT_FOUND
        ? OptionalInt.empty()
        : OptionalInt.of(JSON.readTree(ok(response).body()).path("replayed").asInt());
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(ANSWER_WITHIN)
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> ok(HttpResponse<String> response) {
    if (response.statusCode() != OK) {
      throw new StackException(url + " answered " + response.statusCode());
    }
    return response;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new StackException("nobody answers at " + url + "; run ./boxoffice up first", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted", e);
    }
  }
}
