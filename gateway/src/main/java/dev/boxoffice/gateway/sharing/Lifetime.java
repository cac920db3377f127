package dev.boxoffice.gateway.sharing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * How long an answer may be shared, by what its service says of it and what the gateway allows.
 *
 * @param stale how long after {@code fresh} it may stand in
 */
record Lifetime(Duration fresh, Duration stale) {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final List<String> FORBIDDING = List.of("private", "no-store", "no-cache");

  /** Null if it may not be shared: only what says that it is public may. */
  static @Nullable Lifetime of(int status, HttpHeaders headers, SharingSettings settings) {
    Map<String, String> directives = directives(headers);
    if (status != 200
        || !directives.containsKey("public")
        || FORBIDDING.stream().anyMatch(directives::containsKey)
        || headers.containsHeader(HttpHeaders.SET_COOKIE)
        || !variesByCodingOnly(headers)) {
      return null;
    }
    Duration maxAge =
        seconds(directives, directives.containsKey("s-maxage") ? "s-maxage" : "max-age");
    Duration fresh = min(maxAge, settings.freshAtMost());
    if (!fresh.isPositive()) {
      return null;
    }
    // Whoever shortens the time for which an answer may be kept wants it asked for again then.
    boolean mayStandIn =
        !directives.containsKey("must-revalidate") && !directives.containsKey("proxy-revalidate");
    Duration stale = mayStandIn ? seconds(directives, "stale-while-revalidate") : Duration.ZERO;
    return new Lifetime(fresh, min(stale, settings.staleAtMost()));
  }

  private static Map<String, String> directives(HttpHeaders headers) {
    Map<String, String> directives = new HashMap<>();
    for (String value : headers.getOrEmpty(HttpHeaders.CACHE_CONTROL)) {
      for (String directive : value.toLowerCase(Locale.ROOT).split(",", -1)) {
        String[] parts = directive.strip().split("=", 2);
        var _ = directives.put(parts[0], parts.length == 1 ? "" : parts[1]);
      }
    }
    return directives;
  }

  private static boolean variesByCodingOnly(HttpHeaders headers) {
    return headers.getVary().stream().allMatch(HttpHeaders.ACCEPT_ENCODING::equalsIgnoreCase);
  }

  private static Duration seconds(Map<String, String> directives, String name) {
    String value = directives.getOrDefault(name, "");
    return SECONDS.matcher(value).matches()
        ? Duration.ofSeconds(Long.parseLong(value))
        : Duration.ZERO;
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
