package dev.boxoffice.gateway;

import dev.boxoffice.contract.ApiContract;
import dev.boxoffice.contract.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A running gateway before an issuer and five services. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(
    properties = {
      "boxoffice.services.queue=${queue-service}",
      "boxoffice.services.ticket=${ticket-service}",
      "boxoffice.routing.usual-answer-within=1s"
    })
public abstract class GatewayTest {
  protected static final Issuer ISSUER = new Issuer();
  protected static final Downstream EVENT = new Downstream("event");
  protected static final Downstream SEAT = new Downstream("seat");
  protected static final Downstream BOOKING = new Downstream("booking");
  protected static final Downstream QUEUE = new Downstream("queue");
  protected static final Downstream TICKET = new Downstream("ticket");

  private static final ApiContract CONTRACT = ApiContract.ofService("gateway").orElseThrow();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry properties) {
    properties.add("boxoffice.security.issuer", ISSUER::url);
    properties.add("boxoffice.services.event", EVENT::url);
    properties.add("boxoffice.services.seat", SEAT::url);
    properties.add("boxoffice.services.booking", BOOKING::url);
    properties.add("queue-service", QUEUE::url);
    properties.add("ticket-service", TICKET::url);
  }

  protected URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  protected Answer get(String path) {
    return send(path, request -> request);
  }

  protected Answer call(String method, String path, String token, String body) {
    return send(
        path,
        request ->
            request
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
  }

  protected Answer send(String path, UnaryOperator<HttpRequest.Builder> change) {
    try {
      HttpResponse<String> response =
          CLIENT.send(
              change.apply(HttpRequest.newBuilder(uri(path))).build(), BodyHandlers.ofString());
      Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
      holdToContract(
          new Exchange(
              response.request().method(),
              path,
              answer.status(),
              answer.header("Content-Type"),
              answer.text()));
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the services answer here is made up by the tests; the gateway's own answers are not. */
  private static void holdToContract(Exchange exchange) {
    if (CONTRACT.describes(exchange)) {
      CONTRACT.check(exchange);
    }
  }

  /** Sends bytes as they are, as no well-behaved client would, and reads all that comes back. */
  protected String sendRaw(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A WebSocket handshake that would have the connection closed if it is refused. */
  protected static String handshake(String target, String... otherHeaders) {
    return "GET "
        + target
        + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n"
        + String.join("\r\n", otherHeaders)
        + "\r\n\r\n";
  }

  protected String getRaw(String target) {
    return sendRaw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }
}
