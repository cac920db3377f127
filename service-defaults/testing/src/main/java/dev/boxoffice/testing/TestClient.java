package dev.boxoffice.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks HTTP to the service under test, as somebody. Never throws for a status: refusals are
 * answers. Immutable; {@code as(...)} and {@code with(...)} give another client.
 */
public final class TestClient {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final Supplier<String> baseUrl;
  private final Map<String, String> headers;

  private TestClient(Supplier<String> baseUrl, Map<String, String> headers) {
    this.baseUrl = baseUrl;
    this.headers = headers;
  }

  /** A client without a token for a port of this machine that is not known yet. */
  static TestClient of(Supplier<String> port) {
    return new TestClient(() -> "http://127.0.0.1:" + port.get(), Map.of());
  }

  /** A client without a token for any server. */
  public static TestClient at(URI baseUrl) {
    return new TestClient(baseUrl::toString, Map.of());
  }

  /** As a buyer. */
  public TestClient as(String userId) {
    return withToken(TestTokens.buyer(userId));
  }

  public TestClient asOrganiser(String userId) {
    return withToken(TestTokens.organiser(userId));
  }

  public TestClient asStaff(String userId) {
    return withToken(TestTokens.staff(userId));
  }

  /** As another service that calls internal routes of the one named. */
  public TestClient asServiceCalling(String audience) {
    return withToken(TestTokens.service(audience));
  }

  public TestClient withToken(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public TestClient with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new TestClient(baseUrl, more);
  }

  public String baseUrl() {
    return baseUrl.get();
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path) {
    return send("POST", path, null);
  }

  /** Sends a body: bytes and text as they are, anything else as JSON. */
  public Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  public Answer send(String method, String path, @Nullable Object body) {
    var request =
        HttpRequest.newBuilder(URI.create(baseUrl.get() + path))
            .timeout(TIMEOUT)
            .method(method, publisher(body));
    if (body != null && headers.keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during " + method + " " + path, e);
    }
  }

  private static BodyPublisher publisher(@Nullable Object body) {
    return switch (body) {
      case null -> BodyPublishers.noBody();
      case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
      case String text -> BodyPublishers.ofString(text);
      default -> BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    };
  }
}
