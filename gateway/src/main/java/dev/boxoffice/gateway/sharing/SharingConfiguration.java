package dev.boxoffice.gateway.sharing;

import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SharingConfiguration {
  /** By which answers grow old. */
  @Bean
  Ticker sharingTicker() {
    return Ticker.systemTicker();
  }

  @Bean
  SharedAnswers sharedAnswers(SharingSettings settings, Origin origin, Ticker ticker) {
    return new SharedAnswers(settings, origin, ticker);
  }
}
