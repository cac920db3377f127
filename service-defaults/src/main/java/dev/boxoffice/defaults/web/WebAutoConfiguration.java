package dev.boxoffice.defaults.web;

import dev.boxoffice.defaults.problem.ProblemWriter;
import java.util.UUID;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import tools.jackson.databind.module.SimpleModule;

/** Limits on what comes in, before anything else looks at it. */
@AutoConfiguration
@EnableConfigurationProperties(WebLimits.class)
class WebAutoConfiguration {
  /** After the tracing filter, so that refusals carry the request's trace id. */
  private static final int EARLY = Ordered.HIGHEST_PRECEDENCE + 100;

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
      WebLimits limits, ProblemWriter problems) {
    var registration = new FilterRegistrationBean<>(new BodyLimitFilter(limits, problems));
    registration.setOrder(EARLY);
    return registration;
  }

  @Bean
  FilterRegistrationBean<QueryTextFilter> queryTextFilter(ProblemWriter problems) {
    var registration = new FilterRegistrationBean<>(new QueryTextFilter(problems));
    registration.setOrder(EARLY + 1);
    return registration;
  }

  @Bean
  JsonMapperBuilderCustomizer strictInput() {
    return builder ->
        builder.addModule(
            new SimpleModule("strict-input")
                .addDeserializer(String.class, new StorableTextDeserializer())
                .addDeserializer(UUID.class, new StrictUuidDeserializer()));
  }

  @Bean
  StrictParameters strictParameters() {
    return new StrictParameters();
  }
}
