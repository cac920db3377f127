package dev.boxoffice.booking.fakes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Hands the provider's webhooks on to a service whose port is known only later than this one's. */
public final class WebhookRelay {

  private static final int NOBODY_THERE = 503;

  private final HttpServer server;
  private final List<Integer> statuses = new CopyOnWriteArrayList<>();
  private volatile @Nullable TestClient service;

  public WebhookRelay() {
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::relay);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhook");
  }

  public void to(TestClient target) {
    service = target;
  }

  /** What the service has answered so far. */
  public List<Integer> statuses() {
    return List.copyOf(statuses);
  }

  private void relay(HttpExchange exchange) throws IOException {
    try (exchange) {
      var target = service;
      var signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
      var body = exchange.getRequestBody().readAllBytes();
      if (target == null || signature == null) {
        exchange.sendResponseHeaders(NOBODY_THERE, -1);
        return;
      }
      Answer answer = target.with("Stripe-Signature", signature).post("/v1/payments/webhook", body);
      statuses.add(answer.status());
      exchange.sendResponseHeaders(answer.status(), -1);
    }
  }
}
