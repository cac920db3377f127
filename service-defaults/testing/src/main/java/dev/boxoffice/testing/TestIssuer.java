package dev.boxoffice.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** An issuer just large enough for services: its keys, and tokens for client credentials. */
final class TestIssuer {

  static final String CLIENT_SECRET = "test-client-secret";
  static final String ADMISSION_KEYS = "/.well-known/admission-keys";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final TokenSigner signer;

  TestIssuer(TokenSigner signer, JWKSet admissionKeys) {
    this.signer = signer;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory()));
    server.createContext(
        "/oauth2/jwks", exchange -> answer(exchange, 200, signer.publicKeys().toString()));
    server.createContext(
        ADMISSION_KEYS,
        exchange -> answer(exchange, 200, admissionKeys.toPublicJWKSet().toString()));
    server.createContext("/oauth2/token", this::issue);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void issue(HttpExchange exchange) throws IOException {
    var form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    var scope = form.getOrDefault("scope", "");
    if (!"client_credentials".equals(form.get("grant_type")) || scope.isEmpty()) {
      answer(exchange, 400, "{\"error\":\"invalid_request\"}");
      return;
    }
    var token = signer.sign(uri(), "test-client", Map.of("aud", List.of(scope.split(" ", -1))));
    answer(
        exchange,
        200,
        JSON.writeValueAsString(
            Map.of(
                "access_token", token, "token_type", "Bearer", "expires_in", 300, "scope", scope)));
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> URLDecoder.decode(pair[0], UTF_8),
                pair -> URLDecoder.decode(pair[1], UTF_8),
                (first, second) -> first));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    try (exchange) {
      var bytes = json.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
