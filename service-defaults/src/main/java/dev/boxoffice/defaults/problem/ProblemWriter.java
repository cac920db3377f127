package dev.boxoffice.defaults.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller is: in filters and in the security chain. */
public final class ProblemWriter {
  private final JsonMapper json;
  private final TraceIds traceIds;

  ProblemWriter(JsonMapper json, TraceIds traceIds) {
    this.json = json;
    this.traceIds = traceIds;
  }

  public void write(Problem problem, HttpServletResponse response) throws IOException {
    ProblemDetail body = problem.body();
    body.setProperty("traceId", traceIds.current());
    response.setStatus(problem.status().value());
    problem.headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    response.getOutputStream().write(json.writeValueAsBytes(body));
  }
}
