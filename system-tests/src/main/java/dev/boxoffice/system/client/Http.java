package dev.boxoffice.system.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that may get no answer. */
public final class Http {
  /** Longer than a confirm takes to answer 202. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  /** An answer that came. */
  public static final class Answer {
    private final int status;
    private final byte[] bytes;

    private Answer(int status, byte[] bytes) {
      this.status = status;
      this.bytes = bytes;
    }

    public int status() {
      return status;
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    public String text() {
      return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return JSON.readTree(bytes);
    }

    /** The same, or an exception if it has another status. */
    public Answer expect(int expected) {
      if (status != expected) {
        throw new IllegalStateException(status + " instead of " + expected + ": " + text());
      }
      return this;
    }
  }

  public Answer get(URI uri, @Nullable String token) throws IOException {
    return send("GET", uri, token, null, Map.of());
  }

  public Answer send(
      String method,
      URI uri,
      @Nullable String token,
      @Nullable Object body,
      Map<String, String> headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/json");
    headers.forEach(request::header);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    try {
      HttpResponse<byte[]> response =
          client.send(
              request.method(method, publisher).build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
