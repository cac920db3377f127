package dev.boxoffice.gateway.edge;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens count.
 *
 * @param issuer the OIDC issuer, as tokens name it in {@code iss}
 * @param jwkSetUri its keys; {@code <issuer>/oauth2/jwks} unless set
 * @param keysFreshFor after this long the issuer is asked for its keys again
 * @param keysAskedEvery however many tokens name an unknown key, the issuer is not asked more often
 * @param tokensRememberedMax verified tokens remembered until they expire
 */
@Validated
@ConfigurationProperties("boxoffice.security")
record TokenSettings(
    @NotNull URI issuer,
    @Nullable URI jwkSetUri,
    @NotNull @DefaultValue("10m") Duration keysFreshFor,
    @NotNull @DefaultValue("5s") Duration keysAskedEvery,
    @Positive @DefaultValue("200000") int tokensRememberedMax) {

  static final String AUDIENCE = "boxoffice";

  URI keys() {
    return jwkSetUri == null ? URI.create(issuer + "/oauth2/jwks") : jwkSetUri;
  }
}
