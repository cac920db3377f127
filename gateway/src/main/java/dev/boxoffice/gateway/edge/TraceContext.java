package dev.boxoffice.gateway.edge;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * The W3C trace context a request travels under: the caller's, or one begun here so that every
 * service logs the same id.
 */
public record TraceContext(String traceparent) {
  public static final String HEADER = "traceparent";

  private static final String ATTRIBUTE = TraceContext.class.getName();
  private static final Pattern VALID =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  /** One trace in so many is recorded. */
  private static final int SAMPLED_ONE_IN = 10;

  public static TraceContext of(ServerWebExchange exchange) {
    TraceContext known = exchange.getAttribute(ATTRIBUTE);
    if (known != null) {
      return known;
    }
    TraceContext context = received(exchange.getRequest().getHeaders().getFirst(HEADER));
    exchange.getAttributes().put(ATTRIBUTE, context);
    return context;
  }

  public static TraceContext begin() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    // The lowest bit keeps both ids from being all zeros, which the standard calls invalid.
    String trace = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1);
    String flags = random.nextInt(SAMPLED_ONE_IN) == 0 ? "01" : "00";
    return new TraceContext(
        "00-" + trace + "-" + hex.toHexDigits(random.nextLong() | 1) + "-" + flags);
  }

  String traceId() {
    return traceparent.substring(3, 35);
  }

  private static TraceContext received(@Nullable String header) {
    return header != null && VALID.matcher(header).matches() ? new TraceContext(header) : begin();
  }
}
