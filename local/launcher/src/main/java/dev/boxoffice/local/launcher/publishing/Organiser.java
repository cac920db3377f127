package dev.boxoffice.local.launcher.publishing;

import dev.boxoffice.local.stack.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an organiser's token in front of the gateway. */
public final class Organiser implements AutoCloseable {

  /** A plan of 100,000 seats takes its time. */
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

  private static final int TRIES_MAX = 10;

  private final URI gateway;
  private final String token;
  private final JsonMapper json = new JsonMapper();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public Organiser(URI gateway, String token) {
    this.gateway = gateway;
    this.token = token;
  }

  JsonNode create(String path, Map<String, ?> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    return send(request, 201);
  }

  JsonNode read(String path) {
    // No answer that somebody kept.
    return send(
        HttpRequest.newBuilder(gateway.resolve(path)).header("Cache-Control", "no-cache"), 200);
  }

  private JsonNode send(HttpRequest.Builder request, int expected) {
    HttpRequest complete =
        request.header("Authorization", "Bearer " + token).timeout(ANSWER_WITHIN).build();
    try {
      HttpResponse<String> answer = sendInTurn(complete);
      if (answer.statusCode() != expected) {
        throw new StackException(
            "%s %s answered %d: %s"
                .formatted(
                    complete.method(),
                    complete.uri().getPath(),
                    answer.statusCode(),
                    reason(answer.body())));
      }
      return json.readTree(answer.body());
    } catch (IOException e) {
      throw new StackException("cannot reach " + gateway + "; is it up? (./boxoffice status)", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while waiting for " + complete.uri(), e);
    }
  }

  /** Whoever asks too much at once is told when to ask again; nothing was done till then. */
  private HttpResponse<String> sendInTurn(HttpRequest request)
      throws IOException, InterruptedException {
    for (int tries = 1; ; tries++) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 429 || tries == TRIES_MAX) {
        return answer;
      }
      long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
      LockSupport.parkNanos(Duration.ofSeconds(seconds).toNanos());
    }
  }

  /** A problem in words, with what is wrong line by line; anything else as it came. */
  private String reason(String body) {
    JsonNode problem;
    try {
      problem = json.readTree(body);
    } catch (JacksonException e) {
      return body;
    }
    if (!problem.has("code")) {
      return body;
    }
    StringBuilder reason = new StringBuilder(problem.path("code").asString());
    reason.append(", ").append(problem.path("detail").asString());
    for (JsonNode error : problem.path("errors")) {
      reason
          .append(System.lineSeparator())
          .append("  ")
          .append(error.path("field").asString())
          .append(' ')
          .append(error.path("message").asString());
    }
    return reason.toString();
  }

  @Override
  public void close() {
    client.close();
  }
}
