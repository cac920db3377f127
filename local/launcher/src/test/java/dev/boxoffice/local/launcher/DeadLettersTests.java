package dev.boxoffice.local.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.boxoffice.local.stack.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLettersTests {

  private final HttpServer service;
  private final DeadLetters letters;

  DeadLettersTests() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    service.createContext("/actuator/deadletters", DeadLettersTests::answer);
    service.start();
    letters =
        new DeadLetters(
            URI.create("http://127.0.0.1:" + service.getAddress().getPort()), "a-token");
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void showsWhatThereIs() {
    assertThat(letters.look())
        .singleElement()
        .satisfies(it -> assertThat(it.path("type").asString()).isEqualTo("seat.show.opened"));
  }

  @Test
  void saysHowManyWereSentBackOrThatTheTopicIsNotHeard() {
    assertThat(letters.replay("seat.show")).hasValue(3);
    assertThat(letters.replay("no.such")).isEmpty();
  }

  @Test
  void saysWhenNobodyAnswers() {
    service.stop(0);

    assertThatThrownBy(letters::look)
        .isInstanceOf(StackException.class)
        .hasMessageContaining("run ./boxoffice up first");
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      var token = exchange.getRequestHeaders().getFirst("Authorization");
      if (!"Bearer a-token".equals(token)) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      switch (call) {
        case "GET /actuator/deadletters" ->
            send(exchange, "{\"items\":[{\"topic\":\"seat.show\",\"type\":\"seat.show.opened\"}]}");
        case "POST /actuator/deadletters/seat.show" -> send(exchange, "{\"replayed\":3}");
        default -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private static void send(HttpExchange exchange, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
