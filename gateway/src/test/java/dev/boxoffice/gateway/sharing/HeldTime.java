package dev.boxoffice.gateway.sharing;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Shared answers grow old when a test says so, however slow the machine is. */
@TestConfiguration(proxyBeanMethods = false)
public class HeldTime {
  private final AtomicLong now = new AtomicLong();

  @Bean
  @Primary
  Ticker heldTicker() {
    return now::get;
  }

  void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
