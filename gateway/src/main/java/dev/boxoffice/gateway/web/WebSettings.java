package dev.boxoffice.gateway.web;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the page has to know of the place it runs in.
 *
 * @param clientId its name at the OIDC issuer
 * @param posterOrigins from where posters may be shown, as {@code https://images.example}; others
 *     are not even asked for
 */
@Validated
@ConfigurationProperties("boxoffice.web")
record WebSettings(
    @NotBlank @DefaultValue("boxoffice-web") String clientId,
    @DefaultValue List<URI> posterOrigins) {

  WebSettings {
    posterOrigins = List.copyOf(posterOrigins);
  }
}
