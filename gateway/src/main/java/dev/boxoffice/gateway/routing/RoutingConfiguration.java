package dev.boxoffice.gateway.routing;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import dev.boxoffice.gateway.routing.Call.Pace;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

/** One route for each service and pace; which call takes which is {@link PublicCalls}' to say. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {
  private static final int NO_TIMEOUT = -1;

  @Bean
  RouteLocator routes(ServiceAddresses services, RoutingSettings settings) {
    List<Route> routes = new ArrayList<>();
    for (Pace pace : Pace.values()) {
      long answerWithin = milliseconds(pace, settings);
      routes.add(route(Target.EVENT, services.event(), pace, answerWithin));
      routes.add(route(Target.SEAT, services.seat(), pace, answerWithin));
      routes.add(route(Target.BOOKING, services.booking(), pace, answerWithin));
      routes.add(route(Target.QUEUE, services.queue(), pace, answerWithin));
      routes.add(route(Target.TICKET, services.ticket(), pace, answerWithin));
    }
    return () -> Flux.fromIterable(routes);
  }

  /** A request sent again may be done twice; whoever sent it knows whether that is harmless. */
  @Bean
  HttpClientCustomizer noRetries() {
    return client -> client.disableRetry(true);
  }

  private static long milliseconds(Pace pace, RoutingSettings settings) {
    return switch (pace) {
      case USUAL -> settings.usualAnswerWithin().toMillis();
      case SLOW -> settings.slowAnswerWithin().toMillis();
      case STREAM -> NO_TIMEOUT;
    };
  }

  private static Route route(Target target, URI service, Pace pace, long answerWithin) {
    return Route.async()
        .id(target + "-" + pace)
        .uri(service)
        .metadata(RESPONSE_TIMEOUT_ATTR, answerWithin)
        .predicate(
            exchange -> {
              Call call = Call.of(exchange);
              return call.target() == target && call.pace() == pace;
            })
        .build();
  }
}
