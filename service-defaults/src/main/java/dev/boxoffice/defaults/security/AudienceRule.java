package dev.boxoffice.defaults.security;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets a token through that was issued for this audience, with the role where one is asked for. */
final class AudienceRule implements AuthorizationManager<RequestAuthorizationContext> {
  private final String audience;
  private final @Nullable String role;

  AudienceRule(String audience, @Nullable String role) {
    this.audience = audience;
    this.role = role;
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    return new AuthorizationDecision(
        authentication.get() instanceof JwtAuthenticationToken token
            && token.isAuthenticated()
            && token.getToken().getAudience() != null
            && token.getToken().getAudience().contains(audience)
            && hasRole(token));
  }

  private boolean hasRole(JwtAuthenticationToken token) {
    return role == null
        || token.getAuthorities().stream().anyMatch(a -> ("ROLE_" + role).equals(a.getAuthority()));
  }
}
