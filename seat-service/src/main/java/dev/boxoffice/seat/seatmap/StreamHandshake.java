package dev.boxoffice.seat.seatmap;

import dev.boxoffice.defaults.problem.Codes;
import dev.boxoffice.defaults.problem.Problem;
import dev.boxoffice.defaults.problem.ProblemWriter;
import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.seat.sale.ShowId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Refuses a socket as any other request would be refused, before it is one. */
@Component
class StreamHandshake implements HandshakeInterceptor {
  private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

  private final ShowFeeds feeds;
  private final StreamRelay relay;
  private final ProblemWriter problems;

  StreamHandshake(ShowFeeds feeds, StreamRelay relay, ProblemWriter problems) {
    this.feeds = feeds;
    this.relay = relay;
    this.problems = problems;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes)
      throws Exception {
    if (!(request instanceof ServletServerHttpRequest asked)
        || !(response instanceof ServletServerHttpResponse answer)) {
      throw new IllegalStateException("not a servlet request: " + request.getClass());
    }
    Problem problem = refusal(asked.getServletRequest(), attributes);
    if (problem == null) {
      return true;
    }
    problems.write(problem, answer.getServletResponse());
    return false;
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception exception) {
    // Nothing was opened that would have to be closed.
  }

  private @Nullable Problem refusal(HttpServletRequest request, Map<String, Object> attributes) {
    if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
      return malformed(HttpHeaders.UPGRADE, "must be \"websocket\"");
    }
    if (!listed("upgrade", request.getHeaders(HttpHeaders.CONNECTION))) {
      return malformed(HttpHeaders.CONNECTION, "must name \"Upgrade\"");
    }
    Long since = null;
    String asked = request.getParameter("since");
    if (asked != null) {
      if (!asked.matches("[0-9]{1,18}")) {
        return malformed("since", "is the number of a frame");
      }
      since = Long.valueOf(asked);
    }
    String format = request.getParameter("format");
    if (format != null && !format.equals("compact")) {
      return malformed("format", "is \"compact\" or left out");
    }
    UUID id = showId(request.getRequestURI());
    if (id == null) {
      return malformed("showId", "is not a UUID");
    }
    ShowFeed feed = feeds.find(new ShowId(id));
    if (feed == null) {
      return ShowNotFound.problem();
    }
    try {
      relay.reach(feed, since);
    } catch (UnavailableException e) {
      return Problem.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              Codes.UNAVAILABLE,
              "No live updates now: poll the map.")
          .retryAfter(TRY_AGAIN);
    }
    attributes.put(
        StreamSocketHandler.Request.ATTRIBUTE,
        new StreamSocketHandler.Request(feed, since, format != null));
    return null;
  }

  /** Whether a header of comma-separated names has this one. */
  private static boolean listed(String name, Enumeration<String> header) {
    return Collections.list(header).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .anyMatch(listed -> listed.strip().equalsIgnoreCase(name));
  }

  /** From {@code /v1/shows/{showId}/stream}. */
  private static @Nullable UUID showId(String path) {
    String[] parts = path.split("/", -1);
    try {
      return UUID.fromString(parts[parts.length - 2]);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Problem malformed(String field, String message) {
    return Problem.of(HttpStatus.BAD_REQUEST, Codes.VALIDATION_FAILED, "The request is not valid.")
        .with("errors", List.of(Map.of("field", field, "message", message)));
  }
}
