package dev.boxoffice.gateway.sharing;

import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SharingConfiguration {
  @Bean
  SharedAnswers sharedAnswers(SharingSettings settings, Origin origin) {
    return new SharedAnswers(settings, origin, Ticker.systemTicker());
  }
}
