package dev.boxoffice.defaults.client;

import dev.boxoffice.defaults.security.SecuritySettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.client.web.client.RequestAttributeClientRegistrationIdResolver;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** Makes HTTP clients for other services, with time limits and the trace of the request. */
public final class ServiceClients {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration TOKEN_READ_TIMEOUT = Duration.ofSeconds(5);

  /** Tokens are the service's, whoever's request caused the call. */
  private static final Authentication THIS_SERVICE =
      new AnonymousAuthenticationToken(
          "service", "service", AuthorityUtils.createAuthorityList("SERVICE"));

  private final RestClient.Builder builder;
  private final SecuritySettings settings;

  ServiceClients(RestClient.Builder builder, SecuritySettings settings) {
    this.builder = builder;
    this.settings = settings;
  }

  /**
   * A client for one service that carries no token by itself: for calls in a user's name.
   *
   * @throws org.springframework.web.client.RestClientException from its calls, as usual
   */
  public RestClient restClientForUsers(URI baseUrl, Duration readTimeout) {
    return builder.clone().baseUrl(baseUrl).requestFactory(requestFactory(readTimeout)).build();
  }

  /**
   * A client for one service that carries this service's own token for it.
   *
   * @param audience the callee's name; its tokens are asked for with this as scope
   * @throws org.springframework.web.client.RestClientException from its calls, as usual
   */
  public RestClient restClient(String audience, URI baseUrl, Duration readTimeout) {
    return builder
        .clone()
        .baseUrl(baseUrl)
        .requestFactory(requestFactory(readTimeout))
        .requestInterceptor(tokens(audience))
        .defaultRequest(
            request ->
                request.attributes(
                    RequestAttributeClientRegistrationIdResolver.clientRegistrationId(audience)))
        .build();
  }

  private OAuth2ClientHttpRequestInterceptor tokens(String audience) {
    ClientRegistration registration =
        ClientRegistration.withRegistrationId(audience)
            .clientId(Objects.requireNonNull(settings.clientId(), "boxoffice.security.client-id"))
            .clientSecret(
                Objects.requireNonNull(settings.clientSecret(), "boxoffice.security.client-secret"))
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .tokenUri(settings.tokenEndpoint().toString())
            .scope(audience)
            .build();
    var registrations = new InMemoryClientRegistrationRepository(registration);
    var tokenClient = new RestClientClientCredentialsTokenResponseClient();
    tokenClient.setRestClient(
        RestClient.builder()
            .requestFactory(requestFactory(TOKEN_READ_TIMEOUT))
            .configureMessageConverters(
                converters ->
                    converters
                        .registerDefaults()
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .build());
    var provider = new ClientCredentialsOAuth2AuthorizedClientProvider();
    provider.setAccessTokenResponseClient(tokenClient);
    var manager =
        new AuthorizedClientServiceOAuth2AuthorizedClientManager(
            registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
    manager.setAuthorizedClientProvider(provider);
    var interceptor = new OAuth2ClientHttpRequestInterceptor(manager);
    interceptor.setPrincipalResolver(request -> THIS_SERVICE);
    return interceptor;
  }

  private static JdkClientHttpRequestFactory requestFactory(Duration readTimeout) {
    var factory =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build());
    factory.setReadTimeout(readTimeout);
    return factory;
  }
}
