package dev.boxoffice.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The canary: a service that answers other than its contract says fails the test that asks. */
class TestClientTests {

  private static final String PATH = "/v1/queue/0190a5e2-7b1c-7cc3-8f00-000000000001/now-serving";
  private static final String RIGHT =
      """
      {"status":"OPEN","nowServing":1,"joined":2,"waiting":1,"admissionsPerMinute":60}\
      """;

  private final HttpServer server;
  private volatile String answer = RIGHT;

  TestClientTests() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = answer.getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void failsWhenAServiceBreaksItsContract() {
    var client = TestClient.of("queue-service", address());
    assertThat(client.get(PATH).expect(200).field("status")).isEqualTo("OPEN");

    answer = RIGHT.replace("\"joined\":2", "\"joined\":\"two\"");
    assertThatThrownBy(() -> client.as("asha").get(PATH))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("joined");

    answer = RIGHT.replace("}", ",\"mood\":\"good\"}");
    assertThatThrownBy(() -> client.get(PATH)).hasMessageContaining("$.mood: is not described");
    assertThatThrownBy(() -> client.get("/v1/queue/gossip/at-the-door"))
        .hasMessageContaining("no such call is described");
  }

  @Test
  void leavesServersAloneThatHaveNoContract() {
    answer = "{}";

    assertThat(TestClient.at(address()).get(PATH).status()).isEqualTo(200);
    assertThat(TestClient.of("no-service", address()).get(PATH).status()).isEqualTo(200);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }
}
