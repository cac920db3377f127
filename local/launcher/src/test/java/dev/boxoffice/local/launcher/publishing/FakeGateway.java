package dev.boxoffice.local.launcher.publishing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** As much of the catalogue behind the gateway as an organiser's program sees. */
public final class FakeGateway implements AutoCloseable {

  private final JsonMapper json = new JsonMapper();
  private final HttpServer server;
  private final Map<String, ObjectNode> venues = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Map<String, ObjectNode> events = Collections.synchronizedMap(new LinkedHashMap<>());
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();

  /** How many calls are yet to be told to come again. */
  final AtomicInteger tooMany = new AtomicInteger();

  /** How many shows are yet to be accepted before the catalogue fails. */
  public final AtomicInteger showsAccepted = new AtomicInteger(Integer.MAX_VALUE);

  public FakeGateway() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/", this::answer);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  int venues() {
    return venues.size();
  }

  public List<ObjectNode> events() {
    return List.copyOf(events.values());
  }

  int refusals() {
    return refusals.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (tooMany.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        refusals.incrementAndGet();
        exchange.getResponseHeaders().add("Retry-After", "0");
        send(exchange, 429, json.createObjectNode().put("code", "RATE_LIMITED"));
        return;
      }
      List<String> path = List.of(exchange.getRequestURI().getPath().split("/", -1));
      if (exchange.getRequestMethod().equals("POST")) {
        JsonNode body = json.readTree(exchange.getRequestBody());
        post(exchange, path, (ObjectNode) body);
      } else {
        send(exchange, 200, get(path));
      }
    }
  }

  private void post(HttpExchange exchange, List<String> path, ObjectNode body) throws IOException {
    String id = "id-" + ids.incrementAndGet();
    if (path.getLast().equals("venues")) {
      venues.put(id, body.put("venueId", id));
    } else if (path.getLast().equals("events")) {
      body.put("eventId", id).putArray("shows");
      events.put(id, body);
    } else if (showsAccepted.getAndDecrement() <= 0) {
      send(exchange, 503, json.createObjectNode().put("code", "UNAVAILABLE"));
      return;
    } else {
      body.put("showId", id).put("status", "OPEN").put("totalSeats", 10);
      ((ArrayNode) event(path).path("shows")).add(body);
    }
    send(exchange, 201, body);
  }

  private ObjectNode get(List<String> path) {
    ObjectNode answer = json.createObjectNode();
    if (path.size() == 3) {
      ArrayNode items = answer.put("total", events.size()).putArray("items");
      for (ObjectNode event : events()) {
        ObjectNode item = event.deepCopy();
        item.remove("metadata");
        item.set("venue", venues.get(event.path("venueId").asString()));
        items.add(item);
      }
    } else if (path.getLast().equals("shows")) {
      answer.set("items", event(path).path("shows"));
    } else {
      return event(path);
    }
    return answer;
  }

  private ObjectNode event(List<String> path) {
    return Objects.requireNonNull(events.get(path.get(3)));
  }

  private void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
