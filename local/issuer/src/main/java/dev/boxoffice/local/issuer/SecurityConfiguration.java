package dev.boxoffice.local.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** The protocol's endpoints, and the pages on which people sign in. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  AuthorizationServerSettings authorizationServerSettings(IssuerSettings settings) {
    return AuthorizationServerSettings.builder().issuer(settings.url().toString()).build();
  }

  @Bean
  JWKSource<SecurityContext> jwkSource(IssuerSettings settings) {
    return new ImmutableJWKSet<>(new JWKSet(SigningKey.read(settings.signingKeyFile())));
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> tokenClaims(Users users) {
    return new TokenClaims(users);
  }

  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http) throws Exception {
    return http.oauth2AuthorizationServer(
            server -> {
              http.securityMatcher(server.getEndpointsMatcher());
              server.oidc(Customizer.withDefaults());
            })
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .cors(Customizer.withDefaults())
        .exceptionHandling(
            exceptions ->
                exceptions.defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/login"),
                    new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/login",
                        "/register",
                        "/issuer.css",
                        "/favicon.ico",
                        "/error",
                        "/actuator/health/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(form -> form.loginPage("/login"))
        .headers(
            headers ->
                headers.contentSecurityPolicy(
                    policy ->
                        policy.policyDirectives(
                            "default-src 'none'; style-src 'self'; frame-ancestors 'none'")))
        .build();
  }

  /** The browser client asks for its tokens from the gateway's origin. */
  @Bean
  CorsConfigurationSource corsConfigurationSource(IssuerSettings settings) {
    CorsConfiguration web = new CorsConfiguration();
    web.setAllowedOrigins(settings.webUrls().stream().map(URI::toString).toList());
    web.setAllowedMethods(List.of("GET", "POST"));
    web.setAllowedHeaders(List.of("Authorization", "Content-Type"));
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/oauth2/token", web);
    source.registerCorsConfiguration("/oauth2/jwks", web);
    source.registerCorsConfiguration("/userinfo", web);
    source.registerCorsConfiguration("/.well-known/**", web);
    return source;
  }
}
