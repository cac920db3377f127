package dev.boxoffice.queue.stream;

import dev.boxoffice.defaults.problem.CommonProblems;
import dev.boxoffice.defaults.problem.Problem;
import dev.boxoffice.defaults.problem.ProblemWriter;
import dev.boxoffice.queue.admission.ShowId;
import dev.boxoffice.queue.waitingroom.QueueProblems;
import dev.boxoffice.queue.waitingroom.WatchLine;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Refuses a socket for a show that there is not, before it is one. */
@Component
class StreamHandshake implements HandshakeInterceptor {
  private final WatchLine watchLine;
  private final ProblemWriter problems;

  StreamHandshake(WatchLine watchLine, ProblemWriter problems) {
    this.watchLine = watchLine;
    this.problems = problems;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes)
      throws IOException {
    ShowId showId = showId(request.getURI().getPath());
    if (showId == null) {
      return refuse(CommonProblems.malformed("showId", "is not a UUID"), response);
    }
    if (!watchLine.exists(showId)) {
      return refuse(QueueProblems.showNotFound(), response);
    }
    attributes.put(StreamSocketHandler.SHOW, showId);
    return true;
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception exception) {
    // Nothing was opened that would have to be closed.
  }

  private boolean refuse(Problem problem, ServerHttpResponse response) throws IOException {
    if (!(response instanceof ServletServerHttpResponse answer)) {
      throw new IllegalStateException("not a servlet response: " + response.getClass());
    }
    problems.write(problem, answer.getServletResponse());
    return false;
  }

  /** From {@code /v1/queue/{showId}/stream}. */
  private static @Nullable ShowId showId(String path) {
    String[] parts = path.split("/", -1);
    try {
      return new ShowId(UUID.fromString(parts[parts.length - 2]));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
