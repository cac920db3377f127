package dev.boxoffice.gateway.routing;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One public call, or a family of calls that share everything said here.
 *
 * @param needsToken whether the gateway refuses it without a valid token
 * @param bodyMax the largest body it takes
 * @param sharedBy the query parameters that tell its answers apart, if everybody may be given the
 *     same ones; null if not
 */
public record Call(
    Set<HttpMethod> methods,
    PathPattern path,
    Target target,
    boolean needsToken,
    Pace pace,
    Cost cost,
    DataSize bodyMax,
    @Nullable Set<String> sharedBy) {

  private static final String ATTRIBUTE = Call.class.getName();

  /** How long its answer may take. */
  public enum Pace {
    USUAL,
    /** Uploads of seating plans. */
    SLOW,
    /** WebSocket or Server-Sent Events: open until someone leaves. */
    STREAM
  }

  /** Which limit it counts against. */
  public enum Cost {
    USUAL,
    /** Taking seats: what robots want most. */
    HOLD,
    /** Never limited: machines that must get through, such as probes. */
    NONE
  }

  public Call {
    methods = Set.copyOf(methods);
    sharedBy = sharedBy == null ? null : Set.copyOf(sharedBy);
  }

  /** Remembers on the exchange which call it is. */
  public void mark(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, this);
  }

  /** The call of an exchange that was marked. */
  public static Call of(ServerWebExchange exchange) {
    return exchange.getRequiredAttribute(ATTRIBUTE);
  }
}
