package dev.boxoffice.gateway.routing;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import dev.boxoffice.gateway.routing.Call.Cost;
import dev.boxoffice.gateway.routing.Call.Pace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The table of public calls, most particular path first. */
@Component
public final class PublicCalls {
  private static final DataSize BODY_MAX = DataSize.ofKilobytes(64);
  private static final DataSize PLAN_MAX = DataSize.ofMegabytes(40);
  private static final Set<HttpMethod> READ = Set.of(GET, HEAD);
  private static final Set<HttpMethod> ANY = Set.of(GET, HEAD, POST, PUT, PATCH, DELETE);

  private final List<Call> calls =
      List.of(
          stream("/v1/shows/*/stream", Target.SEAT, false),
          stream("/v1/shows/*/events", Target.SEAT, false),
          shared("/v1/shows/*/availability", Target.SEAT),
          open(READ, "/v1/shows/*/audit", Target.SEAT),
          open(READ, "/v1/shows/*", Target.EVENT),
          shared("/v1/events/*/shows/*/seats", Target.SEAT, "view", "section"),
          hold("/v1/bookings/hold"),
          signedIn(Set.of(GET, HEAD, DELETE), "/v1/bookings/hold/*", Target.SEAT),
          signedIn(Set.of(POST), "/v1/bookings/hold/*/extend", Target.SEAT),
          open(READ, "/v1/events", Target.EVENT),
          signedIn(Set.of(POST), "/v1/events", Target.EVENT),
          open(READ, "/v1/events/*", Target.EVENT),
          signedIn(Set.of(PATCH), "/v1/events/*", Target.EVENT),
          open(READ, "/v1/events/*/shows", Target.EVENT),
          signedIn(Set.of(POST), "/v1/events/*/shows", Target.EVENT),
          open(READ, "/v1/events/*/shows/*", Target.EVENT),
          signedIn(Set.of(POST), "/v1/events/*/shows/*/cancel", Target.EVENT),
          plan("/v1/venues"),
          shared("/v1/venues/*", Target.EVENT),
          signedIn(READ, "/v1/bookings/*/tickets", Target.TICKET),
          signedIn(READ, "/v1/bookings/*/ticket.*", Target.TICKET),
          signedIn(ANY, "/v1/tickets/**", Target.TICKET),
          signedIn(ANY, "/v1/check-in/**", Target.TICKET),
          shared("/.well-known/ticket-keys", Target.TICKET),
          signedIn(Set.of(POST), "/v1/bookings/confirm", Target.BOOKING),
          signedIn(READ, "/v1/bookings", Target.BOOKING),
          signedIn(Set.of(GET, HEAD, DELETE), "/v1/bookings/*", Target.BOOKING),
          webhook("/v1/payments/webhook"),
          signedIn(READ, "/v1/organiser/shows/*/sales", Target.BOOKING),
          // A browser's WebSocket cannot carry a token: queue-service takes it from the first
          // frame.
          stream("/v1/queue/*/stream", Target.QUEUE, false),
          stream("/v1/queue/*/events", Target.QUEUE, true),
          shared("/v1/queue/*/now-serving", Target.QUEUE),
          open(READ, "/v1/queue/*/draw", Target.QUEUE),
          signedIn(Set.of(GET, HEAD, POST, DELETE), "/v1/queue/*", Target.QUEUE),
          signedIn(Set.of(PUT), "/v1/organiser/shows/*/queue", Target.QUEUE),
          open(READ, "/v1/openapi", Target.GATEWAY),
          open(READ, "/docs", Target.GATEWAY),
          open(READ, "/docs/*", Target.GATEWAY),
          page("/"),
          page("/events/*"),
          page("/events/*/shows/*"),
          page("/checkout/*"),
          page("/bookings"),
          page("/bookings/*"),
          page("/signed-in"),
          page("/assets/**"),
          open(READ, "/config.json", Target.GATEWAY),
          probe("/actuator/health"),
          probe("/actuator/health/liveness"),
          probe("/actuator/health/readiness"));

  /** Of the calls with the most particular path that fits, the one with this method. */
  public CallMatch find(HttpMethod method, PathContainer path) {
    PathPattern nearest = null;
    Set<HttpMethod> allowed = new HashSet<>();
    for (Call call : calls) {
      if (nearest == null ? call.path().matches(path) : call.path().equals(nearest)) {
        if (call.methods().contains(method)) {
          return new CallMatch.Found(call);
        }
        nearest = call.path();
        allowed.addAll(call.methods());
      }
    }
    return nearest == null ? new CallMatch.UnknownPath() : new CallMatch.OtherMethods(allowed);
  }

  /** Read by everybody, without a token, and the same for all as long as its service says so. */
  private static Call shared(String path, Target target, String... sharedBy) {
    return new Call(
        READ,
        PathPatternParser.defaultInstance.parse(path),
        target,
        false,
        Pace.USUAL,
        Cost.USUAL,
        BODY_MAX,
        Set.of(sharedBy));
  }

  private static Call open(Set<HttpMethod> methods, String path, Target target) {
    return call(methods, path, target, false, Pace.USUAL, Cost.USUAL, BODY_MAX);
  }

  private static Call signedIn(Set<HttpMethod> methods, String path, Target target) {
    return call(methods, path, target, true, Pace.USUAL, Cost.USUAL, BODY_MAX);
  }

  private static Call stream(String path, Target target, boolean needsToken) {
    return call(Set.of(GET), path, target, needsToken, Pace.STREAM, Cost.USUAL, BODY_MAX);
  }

  private static Call hold(String path) {
    return call(Set.of(POST), path, Target.SEAT, true, Pace.USUAL, Cost.HOLD, BODY_MAX);
  }

  private static Call plan(String path) {
    return call(Set.of(POST), path, Target.EVENT, true, Pace.SLOW, Cost.USUAL, PLAN_MAX);
  }

  /** The payment provider signs what it sends, and all of it comes from few addresses. */
  private static Call webhook(String path) {
    return call(Set.of(POST), path, Target.BOOKING, false, Pace.USUAL, Cost.NONE, BODY_MAX);
  }

  /** The browser client: its pages, which are one file, and what that file loads. */
  private static Call page(String path) {
    return open(Set.of(GET), path, Target.GATEWAY);
  }

  private static Call probe(String path) {
    return call(READ, path, Target.GATEWAY, false, Pace.USUAL, Cost.NONE, BODY_MAX);
  }

  private static Call call(
      Set<HttpMethod> methods,
      String path,
      Target target,
      boolean needsToken,
      Pace pace,
      Cost cost,
      DataSize bodyMax) {
    return new Call(
        methods,
        PathPatternParser.defaultInstance.parse(path),
        target,
        needsToken,
        pace,
        cost,
        bodyMax,
        null);
  }
}
