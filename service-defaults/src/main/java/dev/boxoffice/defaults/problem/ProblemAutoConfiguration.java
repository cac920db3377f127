package dev.boxoffice.defaults.problem;

import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Problem details on every path out of a service. */
@AutoConfiguration
@Import({ProblemAdvice.class, TraceIdAdvice.class})
class ProblemAutoConfiguration {
  @Bean
  TraceIds traceIds(ObjectProvider<Tracer> tracer) {
    return new TraceIds(tracer);
  }

  @Bean
  ProblemWriter problemWriter(JsonMapper json, TraceIds traceIds) {
    return new ProblemWriter(json, traceIds);
  }
}
