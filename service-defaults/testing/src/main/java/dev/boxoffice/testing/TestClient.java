package dev.boxoffice.testing;

import dev.boxoffice.contract.ApiContract;
import dev.boxoffice.contract.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks HTTP to the service under test, as somebody. Never throws for a status: refusals are
 * answers. Immutable; {@code as(...)} and {@code with(...)} give another client. What the service
 * under test answers is held to its contract, so a test need not say again what every answer is.
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
  private final Optional<ApiContract> contract;

  private TestClient(
      Supplier<String> baseUrl, Map<String, String> headers, Optional<ApiContract> contract) {
    this.baseUrl = baseUrl;
    this.headers = headers;
    this.contract = contract;
  }

  /** A client without a token for a service at a port of this machine that is not known yet. */
  static TestClient of(String service, Supplier<String> port) {
    return new TestClient(
        () -> "http://127.0.0.1:" + port.get(), Map.of(), ApiContract.ofService(service));
  }

  /** A client without a token for any server. */
  public static TestClient at(URI baseUrl) {
    return new TestClient(baseUrl::toString, Map.of(), Optional.empty());
  }

  /** A client without a token for another instance of a service. */
  public static TestClient of(String service, URI baseUrl) {
    return new TestClient(baseUrl::toString, Map.of(), ApiContract.ofService(service));
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
    return new TestClient(baseUrl, more, contract);
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
    var request = request(path).method(method, publisher(body));
    if (body != null && headers.keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
      request.header("Content-Type", "application/json");
    }
    var answer = new Answer(exchange(request.build(), BodyHandlers.ofByteArray()));
    // What a test asked for in a coding, it decodes itself; it is the same as without.
    if (!answer.isEncoded()) {
      check(method, path, answer.status(), answer.contentType(), answer.text());
    }
    return answer;
  }

  /** Asks for Server-Sent Events: an answer that does not end. The caller closes the body. */
  public HttpResponse<InputStream> listen(String path) {
    var response = exchange(request(path).build(), BodyHandlers.ofInputStream());
    if (response.statusCode() == 200) {
      var type = response.headers().firstValue("Content-Type").orElse("");
      check("GET", path, response.statusCode(), type, "(a stream)");
    }
    return response;
  }

  /** Opens a WebSocket; a refusal is thrown as the JDK does. */
  public WebSocket open(String path, WebSocket.Listener listener) {
    var builder = HTTP.newWebSocketBuilder().connectTimeout(TIMEOUT);
    headers.forEach(builder::header);
    var address = URI.create(baseUrl.get().replaceFirst("^http", "ws") + path);
    var socket = builder.buildAsync(address, listener).join();
    check("GET", path, 101, "", "");
    return socket;
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(baseUrl.get() + path)).timeout(TIMEOUT);
    headers.forEach(request::header);
    return request;
  }

  private static <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) {
    try {
      return HTTP.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during " + request, e);
    }
  }

  private void check(String method, String path, int status, String type, String body) {
    contract.ifPresent(it -> it.check(new Exchange(method, path, status, type, body)));
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
