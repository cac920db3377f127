package dev.boxoffice.defaults.problem;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The id under which this request is found in logs and traces. */
public final class TraceIds {
  private final ObjectProvider<Tracer> tracer;

  TraceIds(ObjectProvider<Tracer> tracer) {
    this.tracer = tracer;
  }

  /** The current trace's id, or a fresh one where nothing is traced. */
  public String current() {
    Tracer present = tracer.getIfAvailable();
    @Nullable Span span = present == null ? null : present.currentSpan();
    return span == null ? UUID.randomUUID().toString().replace("-", "") : span.context().traceId();
  }
}
