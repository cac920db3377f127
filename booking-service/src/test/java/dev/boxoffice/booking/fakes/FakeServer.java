package dev.boxoffice.booking.fakes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another service, on a free port, that answers {@code POST} requests and can fail at it. */
abstract class FakeServer {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int OK = 200;
  private static final int UNAUTHORISED = 401;

  final Faults faults = new Faults();
  private final Pattern path;
  private final HttpServer server;

  /** The first group of the path is the id it speaks of, the second is the call. */
  FakeServer(Pattern path) {
    this.path = path;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  /** What a call says. */
  record Reply(int status, Object body) {

    static Reply ok(Object body) {
      return new Reply(OK, body);
    }

    static Reply no(int status, String code) {
      return new Reply(status, Map.of("status", status, "code", code));
    }
  }

  abstract Reply answer(String call, String id, JsonNode body);

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Lets the next call of that name go wrong. */
  public void planFault(String call, Fault fault) {
    faults.plan(call, fault);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var matcher = path.matcher(exchange.getRequestURI().getPath());
      if (!exchange.getRequestMethod().equals("POST") || !matcher.matches()) {
        send(exchange, Reply.no(404, "NOT_FOUND"));
        return;
      }
      if (!exchange.getRequestHeaders().containsKey("Authorization")) {
        send(exchange, Reply.no(UNAUTHORISED, "UNAUTHENTICATED"));
        return;
      }
      var call = matcher.group(2);
      var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
      var fault = faults.next(call);
      if (fault == Fault.REQUEST_LOST) {
        return;
      }
      var reply = answer(call, matcher.group(1), body);
      if (fault == Fault.ANSWER_LOST) {
        return;
      }
      send(exchange, reply);
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    var bytes = JSON.writeValueAsBytes(reply.body());
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
