package dev.boxoffice.defaults.security;

import dev.boxoffice.defaults.problem.CommonProblems;
import dev.boxoffice.defaults.problem.ProblemWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Every service checks every token itself: being behind the gateway proves nothing. */
@AutoConfiguration
@EnableMethodSecurity
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityAutoConfiguration {
  private static final String[] OPERATIONS = {
    "/actuator/health", "/actuator/health/**", "/actuator/prometheus"
  };

  @Bean
  JwtDecoder jwtDecoder(SecuritySettings settings, Clock clock) {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(settings.keys().toString()).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            List.of(JwtValidators.createDefaultWithIssuer(settings.issuer().toString()))));
    return new RememberedTokens(decoder, clock);
  }

  /**
   * The firewall as it is, but for how it looks at headers. It matches each one against a pattern
   * whenever anybody reads it; here it looks for control characters alone. There is nothing else to
   * find: Tomcat reads headers as ISO 8859-1, in which every character is assigned.
   */
  @Bean
  HttpFirewall httpFirewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedHeaderValues(
        value -> value.chars().noneMatch(c -> c != '\t' && Character.isISOControl(c)));
    return firewall;
  }

  /** A span and a timer for each of a dozen filters costs a hold more than its rules do. */
  @Bean
  SecurityObservationSettings securityObservationSettings() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http,
      SecuritySettings settings,
      ProblemWriter problems,
      @Value("${spring.application.name}") String service) {
    AuthenticationEntryPoint unauthenticated =
        (request, response, exception) -> {
          response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
          problems.write(CommonProblems.unauthenticated(), response);
        };
    AccessDeniedHandler denied =
        (request, response, exception) -> problems.write(CommonProblems.forbidden(), response);
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // Cache-Control is each answer's own business; the gateway adds the browser's headers.
        .headers(headers -> headers.cacheControl(cache -> cache.disable()))
        .authorizeHttpRequests(rules -> allow(rules, settings, service))
        .exceptionHandling(
            e -> e.authenticationEntryPoint(unauthenticated).accessDeniedHandler(denied))
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint(unauthenticated)
                    .accessDeniedHandler(denied)
                    .bearerTokenResolver(new BearerHeader())
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(rolesClaim())))
        .build();
  }

  private static void allow(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules,
      SecuritySettings settings,
      String service) {
    rules.requestMatchers(HttpMethod.GET, OPERATIONS).permitAll();
    rules
        .dispatcherTypeMatchers(
            jakarta.servlet.DispatcherType.ASYNC, jakarta.servlet.DispatcherType.ERROR)
        .permitAll();
    String[] publicPaths = settings.publicPaths().toArray(String[]::new);
    rules.requestMatchers(HttpMethod.GET, publicPaths).permitAll();
    rules.requestMatchers(HttpMethod.HEAD, publicPaths).permitAll();
    rules
        .requestMatchers(HttpMethod.POST, settings.publicPostPaths().toArray(String[]::new))
        .permitAll();
    rules.requestMatchers("/internal/**", "/actuator/**").access(new AudienceRule(service, null));
    for (Map.Entry<String, List<String>> role : settings.rolePaths().entrySet()) {
      AudienceRule rule = new AudienceRule(SecuritySettings.PUBLIC_AUDIENCE, role.getKey());
      for (String path : role.getValue()) {
        String[] parts = path.split(" ", 2);
        if (parts.length == 2) {
          rules.requestMatchers(HttpMethod.valueOf(parts[0]), parts[1]).access(rule);
        } else {
          rules.requestMatchers(path).access(rule);
        }
      }
    }
    rules.anyRequest().access(new AudienceRule(SecuritySettings.PUBLIC_AUDIENCE, null));
  }

  private static JwtAuthenticationConverter rolesClaim() {
    JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
    roles.setAuthoritiesClaimName("roles");
    roles.setAuthorityPrefix("ROLE_");
    JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(roles);
    return converter;
  }
}
