package dev.boxoffice.defaults.outbox;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Where a service says what happened: stored with the change itself, sent to Kafka afterwards. */
public class Outbox {
  private final OutboxLedger ledger;
  private final OutboxRelay relay;
  private final JsonMapper json;
  private final ObjectProvider<Tracer> tracer;
  private final ObjectProvider<Propagator> propagator;

  Outbox(
      OutboxLedger ledger,
      OutboxRelay relay,
      JsonMapper json,
      ObjectProvider<Tracer> tracer,
      ObjectProvider<Propagator> propagator) {
    this.ledger = ledger;
    this.relay = relay;
    this.json = json;
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /**
   * Stores an event in the caller's transaction. Events of one key reach Kafka in the order in
   * which they were stored.
   *
   * @param type the event's CloudEvents type, such as {@code seat.show.opened}
   * @param payload written as JSON
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(String topic, String key, String type, Object payload) {
    appendAll(topic, key, type, List.of(payload));
  }

  /** The same for several events of one key, in their order. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void appendAll(String topic, String key, String type, List<?> payloads) {
    if (payloads.isEmpty()) {
      return;
    }
    ledger.insert(
        topic,
        key,
        type,
        payloads.stream().map(json::writeValueAsString).toList(),
        traceHeaders().get("traceparent"));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            relay.wake();
          }
        });
  }

  private Map<String, String> traceHeaders() {
    Map<String, String> headers = new HashMap<>();
    Tracer present = tracer.getIfAvailable();
    var span = present == null ? null : present.currentSpan();
    if (span != null) {
      propagator.ifAvailable(
          p -> p.inject(span.context(), headers, (into, name, value) -> headers.put(name, value)));
    }
    return headers;
  }
}
