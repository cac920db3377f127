package dev.boxoffice.seat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An event-service as far as this service knows it: layouts by their hash. */
public final class LayoutServer {
  private static final LayoutServer SERVER = new LayoutServer();

  private final HttpServer http;
  private final Map<String, String> layouts = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

  private LayoutServer() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var _ = http.createContext("/internal/layouts/", this::answer);
    http.start();
  }

  public static LayoutServer get() {
    return SERVER;
  }

  public String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** Serves a layout from now on. */
  public void add(String hash, String json) {
    String before = layouts.put(hash, json);
    if (before != null && !before.equals(json)) {
      throw new IllegalStateException("another layout under " + hash);
    }
  }

  public int requestsFor(String hash) {
    return requests.getOrDefault(hash, new AtomicInteger()).get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String hash = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
    int asked = requests.computeIfAbsent(hash, _ -> new AtomicInteger()).incrementAndGet();
    @Nullable String json = layouts.get(hash);
    boolean authorised = exchange.getRequestHeaders().containsKey("Authorization");
    byte[] body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("X-Asked", Integer.toString(asked));
    exchange.sendResponseHeaders(
        authorised ? (json == null ? 404 : 200) : 401,
        authorised && body.length > 0 ? body.length : -1);
    if (authorised) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
