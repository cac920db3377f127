package dev.boxoffice.gateway.edge;

import dev.boxoffice.gateway.routing.Call;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import reactor.core.publisher.Mono;

/** A token where the call needs one, and a valid one wherever one is shown. Roles are services'. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class EdgeSecurity {
  @Bean
  SecurityWebFilterChain security(
      ServerHttpSecurity http, RememberedTokens tokens, ProblemAnswers answers) {
    ServerAuthenticationEntryPoint unauthenticated =
        (exchange, _) -> answers.write(exchange, Problem.unauthenticated());
    ServerAccessDeniedHandler denied =
        (exchange, _) -> answers.write(exchange, Problem.forbidden());
    return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
        .cors(ServerHttpSecurity.CorsSpec::disable)
        .headers(ServerHttpSecurity.HeaderSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .authorizeExchange(calls -> calls.anyExchange().access(EdgeSecurity::decide))
        .exceptionHandling(
            e -> e.authenticationEntryPoint(unauthenticated).accessDeniedHandler(denied))
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint(unauthenticated)
                    .accessDeniedHandler(denied)
                    .authenticationManagerResolver(_ -> Mono.just(tokens)))
        .build();
  }

  @Bean
  ServerExchangeRejectedHandler rejections(ProblemAnswers answers) {
    return (exchange, _) -> answers.write(exchange, Problem.malformed("request", "is not allowed"));
  }

  private static Mono<AuthorizationResult> decide(
      Mono<Authentication> authentication, AuthorizationContext context) {
    if (!Call.of(context.getExchange()).needsToken()) {
      return Mono.just(new AuthorizationDecision(true));
    }
    return authentication
        .<AuthorizationResult>map(who -> new AuthorizationDecision(who.isAuthenticated()))
        .defaultIfEmpty(new AuthorizationDecision(false));
  }
}
