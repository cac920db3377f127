package dev.boxoffice.booking.payment;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets the provider's events long after it has given up sending them again. */
@Component
class ForgetOldWebhooks {

  private static final Duration KEPT_FOR = Duration.ofDays(30);
  private static final int BATCH = 5_000;

  private final ProviderEventLedger events;
  private final Clock clock;

  ForgetOldWebhooks(ProviderEventLedger events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
  void forget() {
    var _ = events.forget(clock.instant().minus(KEPT_FOR), BATCH);
  }
}
