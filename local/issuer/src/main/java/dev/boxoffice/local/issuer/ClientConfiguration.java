package dev.boxoffice.local.issuer;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may ask for tokens: the browser client, and each service for its audiences. */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

  static final String WEB_CLIENT = "boxoffice-web";

  @Bean
  RegisteredClientRepository registeredClients(IssuerSettings settings) {
    List<RegisteredClient> clients = new ArrayList<>();
    clients.add(webClient(settings));
    for (IssuerSettings.ServiceClient client : settings.clients()) {
      clients.add(serviceClient(client, settings));
    }
    return new InMemoryRegisteredClientRepository(clients);
  }

  /** Public: it runs in the browser and can keep no secret, so it must prove itself by PKCE. */
  private static RegisteredClient webClient(IssuerSettings settings) {
    return RegisteredClient.withId(WEB_CLIENT)
        .clientId(WEB_CLIENT)
        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUris(
            uris -> {
              for (URI web : settings.webUrls()) {
                settings.webRedirectPaths().forEach(path -> uris.add(web.resolve(path).toString()));
              }
            })
        .postLogoutRedirectUris(
            uris -> settings.webUrls().forEach(web -> uris.add(web.resolve("/").toString())))
        .scope(OidcScopes.OPENID)
        .scope(OidcScopes.PROFILE)
        .scope(OidcScopes.EMAIL)
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(
            TokenSettings.builder().accessTokenTimeToLive(settings.userTokenFor()).build())
        .build();
  }

  private static RegisteredClient serviceClient(
      IssuerSettings.ServiceClient client, IssuerSettings settings) {
    return RegisteredClient.withId(client.name())
        .clientId(client.name())
        .clientSecret("{noop}" + client.secret())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scopes(scopes -> scopes.addAll(client.audiences()))
        .tokenSettings(
            TokenSettings.builder().accessTokenTimeToLive(settings.serviceTokenFor()).build())
        .build();
  }
}
