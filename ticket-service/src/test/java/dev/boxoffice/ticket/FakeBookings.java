package dev.boxoffice.ticket;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** booking-service's public route, which knows each booking by its buyer alone. */
final class FakeBookings {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BOOKINGS = "/v1/bookings/";
  private static final String BEARER = "Bearer ";

  private final Map<String, Booking> bookings = new ConcurrentHashMap<>();
  private final HttpServer server;
  private volatile boolean isAway;

  private record Booking(String buyer, String status) {}

  FakeBookings() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(BOOKINGS, this::serve);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on this buyer has that booking. */
  void know(UUID bookingId, String buyer, String status) {
    bookings.put(bookingId.toString(), new Booking(buyer, status));
  }

  void goAway() {
    isAway = true;
  }

  void comeBack() {
    isAway = false;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (isAway) {
        return;
      }
      var id = exchange.getRequestURI().getPath().substring(BOOKINGS.length());
      var found = bookings.get(id);
      if (found != null && found.buyer().equals(caller(exchange))) {
        send(exchange, 200, Map.of("bookingId", id, "status", found.status(), "seats", "many"));
      } else {
        send(exchange, 404, Map.of("status", 404, "code", "BOOKING_NOT_FOUND"));
      }
    }
  }

  private static String caller(HttpExchange exchange) {
    var header = Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Authorization"));
    var claims = header.substring(BEARER.length()).split("\\.", -1)[1];
    return JSON.readTree(Base64.getUrlDecoder().decode(claims)).required("sub").asString();
  }

  private static void send(HttpExchange exchange, int status, Object body) throws IOException {
    var bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
