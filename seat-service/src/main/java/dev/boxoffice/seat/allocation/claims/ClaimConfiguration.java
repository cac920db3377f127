package dev.boxoffice.seat.allocation.claims;

import dev.boxoffice.seat.redis.RedisBreakers;
import io.lettuce.core.resource.ClientResources;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

@Configuration(proxyBeanMethods = false)
class ClaimConfiguration {
  /** Closed with the service, where it has connections of its own. */
  @Bean
  ClaimStore claimStore(
      LockSettings settings,
      StringRedisTemplate redis,
      RedisBreakers breakers,
      ClientResources resources,
      Clock clock) {
    return settings.nodes().isEmpty()
        ? new SharedRedis(redis, breakers)
        : new LockNodes(settings, resources, clock);
  }
}
