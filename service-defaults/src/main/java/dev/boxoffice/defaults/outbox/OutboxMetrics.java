package dev.boxoffice.defaults.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How far the outbox is behind. All instances of a service see the same. */
final class OutboxMetrics implements MeterBinder {
  private final OutboxLedger ledger;

  OutboxMetrics(OutboxLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    var _ =
        Gauge.builder("boxoffice.outbox.unsent", ledger, OutboxLedger::countUnsent)
            .description("Events that are not in Kafka yet")
            .register(meters);
    var _ =
        Gauge.builder("boxoffice.outbox.age", ledger, OutboxLedger::secondsUnsent)
            .description("How long the oldest of them has waited")
            .baseUnit("seconds")
            .register(meters);
    var _ =
        Gauge.builder("boxoffice.outbox.parked", ledger, OutboxLedger::countParked)
            .description("Events that the broker will never take, put aside for a person")
            .register(meters);
  }
}
