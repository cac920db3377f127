package dev.boxoffice.defaults.outbox;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import net.javacrumbs.shedlock.core.LockProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The outbox of the service and its relay. */
@AutoConfiguration
class OutboxAutoConfiguration {
  @Bean
  OutboxLedger outboxLedger(JdbcClient jdbc) {
    return new OutboxLedger(jdbc);
  }

  @Bean
  OutboxRelay outboxRelay(
      OutboxLedger ledger,
      KafkaTemplate<String, String> kafka,
      LockProvider leases,
      Clock clock,
      @Value("${spring.application.name}") String service) {
    return new OutboxRelay(ledger, new EventSender(kafka, service), leases, clock);
  }

  @Bean
  OutboxMetrics outboxMetrics(OutboxLedger ledger) {
    return new OutboxMetrics(ledger);
  }

  @Bean
  Outbox outbox(
      OutboxLedger ledger,
      OutboxRelay relay,
      JsonMapper json,
      ObjectProvider<Tracer> tracer,
      ObjectProvider<Propagator> propagator) {
    return new Outbox(ledger, relay, json, tracer, propagator);
  }
}
