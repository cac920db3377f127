package dev.boxoffice.local.issuer;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Says in each token whom it is for and what its bearer may do. */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  static final String PUBLIC_AUDIENCE = "boxoffice";

  private final Users users;

  TokenClaims(Users users) {
    this.users = users;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
      nameAudiences(context);
    } else {
      describeUser(context);
    }
  }

  /** The audiences are the scopes granted: a service asks for the one that it is going to call. */
  private static void nameAudiences(JwtEncodingContext context) {
    List<String> audiences = List.copyOf(context.getAuthorizedScopes());
    if (audiences.isEmpty()) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
    }
    context.getClaims().audience(audiences);
  }

  private void describeUser(JwtEncodingContext context) {
    Authentication principal = context.getPrincipal();
    User user = principal == null ? null : users.named(principal.getName());
    if (user == null) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.ACCESS_DENIED);
    }
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      context.getClaims().audience(List.of(PUBLIC_AUDIENCE));
    }
    context
        .getClaims()
        .claim("roles", user.roles())
        .claim("email", user.email())
        .claim("name", user.name());
  }
}
