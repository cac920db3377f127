package dev.boxoffice.local.issuer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The issuer's configuration.
 *
 * @param url what tokens name as their issuer; clients must reach it under this very URL
 * @param signingKeyFile RSA private key, PKCS#8 PEM
 * @param usersFile where people who registered are kept; made when missing
 * @param webUrls where the browser client may be served from
 * @param webRedirectPaths the paths below each web URL that a sign-in may return to
 * @param userTokenFor how long a user's access token lives
 * @param serviceTokenFor how long a service's access token lives
 */
@Validated
@ConfigurationProperties("boxoffice.issuer")
record IssuerSettings(
    URI url,
    Path signingKeyFile,
    Path usersFile,
    @NotEmpty List<URI> webUrls,
    @DefaultValue({"/", "/signed-in"}) List<String> webRedirectPaths,
    @DefaultValue("8h") Duration userTokenFor,
    @DefaultValue("15m") Duration serviceTokenFor,
    @NotEmpty List<@Valid ServiceClient> clients) {

  IssuerSettings {
    webUrls = List.copyOf(webUrls);
    webRedirectPaths = List.copyOf(webRedirectPaths);
    clients = List.copyOf(clients);
  }

  /** A service that may ask for tokens of the given audiences, each by the scope of that name. */
  record ServiceClient(
      @NotBlank String name, @NotBlank String secret, @DefaultValue List<String> audiences) {
    ServiceClient {
      audiences = List.copyOf(audiences);
    }
  }
}
