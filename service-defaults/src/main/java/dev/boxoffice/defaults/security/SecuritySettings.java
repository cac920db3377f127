package dev.boxoffice.defaults.security;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens count, and which paths ask for none or for a role.
 *
 * @param issuer the OIDC issuer, as tokens name it in {@code iss}
 * @param jwkSetUri its keys; {@code <issuer>/oauth2/jwks} unless set
 * @param tokenUri where this service gets its own tokens; {@code <issuer>/oauth2/token} unless set
 * @param clientId this service's own client, for calls to other services
 * @param publicPaths path patterns whose GET needs no token
 * @param publicPostPaths path patterns whose POST needs no token
 * @param rolePaths by role, patterns such as {@code POST /v1/venues} or {@code /v1/check-in/**}
 */
@Validated
@ConfigurationProperties("boxoffice.security")
public record SecuritySettings(
    @NotNull URI issuer,
    @Nullable URI jwkSetUri,
    @Nullable URI tokenUri,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @DefaultValue List<String> publicPaths,
    @DefaultValue List<String> publicPostPaths,
    @DefaultValue Map<String, List<String>> rolePaths) {

  /** What the {@code aud} of a user's token must contain. */
  public static final String PUBLIC_AUDIENCE = "boxoffice";

  public SecuritySettings {
    publicPaths = List.copyOf(publicPaths);
    publicPostPaths = List.copyOf(publicPostPaths);
    rolePaths = Map.copyOf(rolePaths);
  }

  URI keys() {
    return Objects.requireNonNullElseGet(jwkSetUri, () -> URI.create(issuer + "/oauth2/jwks"));
  }

  /** Where this service gets its own tokens. */
  public URI tokenEndpoint() {
    return Objects.requireNonNullElseGet(tokenUri, () -> URI.create(issuer + "/oauth2/token"));
  }
}
