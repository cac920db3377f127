package dev.boxoffice.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecuritySettingsTests {
  private static final URI ISSUER = URI.create("https://accounts.example.com");

  @Test
  void findKeysAndTokensBelowTheIssuer() {
    SecuritySettings settings = settings(null, null);

    assertThat(settings.keys()).isEqualTo(URI.create(ISSUER + "/oauth2/jwks"));
    assertThat(settings.tokenEndpoint()).isEqualTo(URI.create(ISSUER + "/oauth2/token"));
  }

  @Test
  void findThemElsewhereWhereTheIssuersNameIsNotItsAddress() {
    SecuritySettings settings =
        settings(URI.create("http://issuer:8080/keys"), URI.create("http://issuer:8080/token"));

    assertThat(settings.keys()).isEqualTo(URI.create("http://issuer:8080/keys"));
    assertThat(settings.tokenEndpoint()).isEqualTo(URI.create("http://issuer:8080/token"));
  }

  private static SecuritySettings settings(@Nullable URI keys, @Nullable URI tokens) {
    return new SecuritySettings(
        ISSUER, keys, tokens, "seat-service", "secret", List.of(), List.of(), Map.of());
  }
}
