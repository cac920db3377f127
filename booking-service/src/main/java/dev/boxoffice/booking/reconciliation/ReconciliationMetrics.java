package dev.boxoffice.booking.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether our books are known to agree with the provider's. */
@Component
class ReconciliationMetrics {

  private final AtomicReference<@Nullable Instant> last = new AtomicReference<>();

  ReconciliationMetrics(MeterRegistry meters, DifferenceLedger differences, Clock clock) {
    var _ =
        Gauge.builder("boxoffice.reconciliation.differences", differences, DifferenceLedger::open)
            .description("Differences from the provider's books that are not settled")
            .register(meters);
    var _ =
        Gauge.builder("boxoffice.reconciliation.age", last, it -> age(it.get(), clock))
            .description("Time since this instance last compared with the provider's books")
            .baseUnit("seconds")
            .register(meters);
  }

  void reconciled(Instant at) {
    last.set(at);
  }

  /** Of an instance that never has, there is no age. */
  private static double age(@Nullable Instant at, Clock clock) {
    return at == null ? Double.NaN : Duration.between(at, clock.instant()).toSeconds();
  }
}
