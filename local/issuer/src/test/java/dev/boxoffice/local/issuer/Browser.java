package dev.boxoffice.local.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A visitor with cookies who never follows a redirect by itself. */
final class Browser {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final URI issuer;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  Browser(int port) {
    this.issuer = URI.create("http://127.0.0.1:" + port);
  }

  HttpResponse<String> get(String pathOrUrl) {
    return send(
        HttpRequest.newBuilder(at(pathOrUrl)).header("Accept", "text/html, */*;q=0.1").GET());
  }

  /** Fills in the form of that page, its hidden token included, and sends it to its own path. */
  HttpResponse<String> submits(String path, Map<String, String> fields) {
    Matcher csrf = CSRF.matcher(get(path).body());
    if (!csrf.find()) {
      throw new AssertionError("no form on " + path);
    }
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", csrf.group(1));
    return post(path, all);
  }

  HttpResponse<String> signsIn(String name, String password) {
    return submits("/login", Map.of("username", name, "password", password));
  }

  HttpResponse<String> post(String path, Map<String, String> fields) {
    return send(form(path, fields));
  }

  HttpResponse<String> postAs(String client, String secret, String path, Map<String, String> form) {
    String credentials =
        Base64.getEncoder()
            .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return send(form(path, form).header("Authorization", "Basic " + credentials));
  }

  private HttpRequest.Builder form(String path, Map<String, String> fields) {
    return HttpRequest.newBuilder(at(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Origin", "http://web.test:8080")
        .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private URI at(String pathOrUrl) {
    return issuer.resolve(pathOrUrl);
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
