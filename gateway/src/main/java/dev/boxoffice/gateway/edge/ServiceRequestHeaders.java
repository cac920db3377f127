package dev.boxoffice.gateway.edge;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The headers a service may believe because only the gateway sets them: the client's address and
 * the trace context. What clients say of themselves by the same names is dropped. So is what they
 * expect: the gateway has read the body already, and a service could only refuse.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class ServiceRequestHeaders implements HttpHeadersFilter {
  private final ClientAddress addresses;

  ServiceRequestHeaders(ClientAddress addresses) {
    this.addresses = addresses;
  }

  @Override
  public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
    HttpHeaders passed = new HttpHeaders();
    headers.forEach(
        (name, values) -> {
          if (!claimsOrigin(name) && !name.equalsIgnoreCase(HttpHeaders.EXPECT)) {
            passed.addAll(name, values);
          }
        });
    passed.set("X-Forwarded-For", addresses.of(exchange.getRequest()).getHostAddress());
    passed.set(TraceContext.HEADER, TraceContext.of(exchange).traceparent());
    return passed;
  }

  private static boolean claimsOrigin(String name) {
    return name.regionMatches(true, 0, "X-Forwarded-", 0, "X-Forwarded-".length())
        || name.equalsIgnoreCase("Forwarded")
        || name.equalsIgnoreCase("X-Real-IP");
  }
}
