package dev.boxoffice.defaults.idempotency;

import dev.boxoffice.defaults.problem.ProblemWriter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** First answers, for the paths that a service names. */
@AutoConfiguration
@EnableConfigurationProperties(IdempotencySettings.class)
class IdempotencyAutoConfiguration {
  /** After the security chain (order -100): the key is the user's. */
  private static final int AFTER_SECURITY = 0;

  @Bean
  IdempotencyLedger idempotencyLedger(JdbcClient jdbc) {
    return new IdempotencyLedger(jdbc);
  }

  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
      IdempotencySettings settings, IdempotencyLedger ledger, ProblemWriter problems) {
    var registration =
        new FilterRegistrationBean<>(new IdempotencyFilter(settings, ledger, problems));
    registration.setOrder(AFTER_SECURITY);
    return registration;
  }

  @Bean
  IdempotencyCleaner idempotencyCleaner(IdempotencyLedger ledger) {
    return new IdempotencyCleaner(ledger);
  }
}
