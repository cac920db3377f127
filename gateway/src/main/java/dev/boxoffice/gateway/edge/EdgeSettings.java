package dev.boxoffice.gateway.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How strict the edge is.
 *
 * @param trustedProxies networks (as {@code 10.0.0.0/8}) whose {@code X-Forwarded-For} is believed
 * @param corsOrigins origins whose scripts may call; none by default
 * @param userHolds a user's attempts to take seats
 * @param addressHolds an address's attempts to take seats
 * @param userCalls a user's other calls
 * @param addressCalls other calls without a token, of an address
 * @param keysMax users and addresses remembered for each limit
 */
@Validated
@ConfigurationProperties("boxoffice.edge")
record EdgeSettings(
    @DefaultValue List<Network> trustedProxies,
    @DefaultValue List<String> corsOrigins,
    @Valid @NotNull @DefaultValue Rate userHolds,
    @Valid @NotNull @DefaultValue Rate addressHolds,
    @Valid @NotNull @DefaultValue Rate userCalls,
    @Valid @NotNull @DefaultValue Rate addressCalls,
    @Positive @DefaultValue("200000") int keysMax) {

  EdgeSettings {
    trustedProxies = List.copyOf(trustedProxies);
    corsOrigins = List.copyOf(corsOrigins);
  }

  /**
   * A token bucket.
   *
   * @param atOnce how many calls a full bucket allows
   * @param perSecond how many it gains a second
   */
  record Rate(@Positive int atOnce, @Positive int perSecond) {}
}
