package dev.boxoffice.system.e2e;

import dev.boxoffice.contract.ApiContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody at the gateway, signed in or not.
 *
 * @param contract what every answer is held to; null where it is not the platform that answers
 */
record Person(URI gateway, @Nullable String token, @Nullable ApiContract contract) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Answer get(String path) {
    return send("GET", path, HttpRequest.BodyPublishers.noBody(), Map.of());
  }

  /** What the service says now, past the edge's cache. */
  Answer getFresh(String path) {
    return send(
        "GET", path, HttpRequest.BodyPublishers.noBody(), Map.of("Cache-Control", "no-cache"));
  }

  Answer post(String path, Object body) {
    return post(path, body, Map.of());
  }

  Answer post(String path, Object body, Map<String, String> headers) {
    return send("POST", path, json(body), headers);
  }

  /** Posts text as it is, for bodies that no client library would write. */
  Answer postText(String path, String body) {
    return send("POST", path, HttpRequest.BodyPublishers.ofString(body), Map.of());
  }

  Answer put(String path, Object body) {
    return send("PUT", path, json(body), Map.of());
  }

  Answer delete(String path) {
    return send("DELETE", path, HttpRequest.BodyPublishers.noBody(), Map.of());
  }

  Answer holds(String showId, List<String> seatIds) {
    return post("/v1/bookings/hold", Map.of("showId", showId, "seatIds", seatIds));
  }

  Answer holds(String showId, List<String> seatIds, String admissionToken) {
    return post(
        "/v1/bookings/hold",
        Map.of("showId", showId, "seatIds", seatIds),
        Map.of("X-Admission-Token", admissionToken));
  }

  Answer pays(String holdId, String paymentMethodId) {
    return post(
        "/v1/bookings/confirm", Map.of("holdId", holdId, "paymentMethodId", paymentMethodId));
  }

  /** A file, with redirects followed as a browser does. */
  byte[] downloads(URI uri) {
    try (HttpClient browser =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build()) {
      HttpResponse<byte[]> response =
          browser.send(request(uri).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() == 302) {
        URI target = uri.resolve(response.headers().firstValue("location").orElseThrow());
        // The object store takes its own signature, not our token.
        response =
            browser.send(
                HttpRequest.newBuilder(target).timeout(TIMEOUT).build(),
                HttpResponse.BodyHandlers.ofByteArray());
      }
      if (response.statusCode() != 200) {
        throw new IllegalStateException("download answered " + response.statusCode());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.BodyPublisher json(Object body) {
    return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
  }

  private Answer send(
      String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
    HttpRequest.Builder request =
        request(gateway.resolve(path)).header("Content-Type", "application/json");
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          HTTP.send(request.method(method, body).build(), HttpResponse.BodyHandlers.ofString());
      Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
      if (contract != null) {
        contract.check(answer.to(method, path));
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }
}
