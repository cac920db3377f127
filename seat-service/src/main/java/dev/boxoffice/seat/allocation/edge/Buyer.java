package dev.boxoffice.seat.allocation.edge;

import dev.boxoffice.seat.allocation.hold.UserId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.jwt.Jwt;

/** The buyer whom a request's token names. */
final class Buyer {
  private Buyer() {}

  /**
   * The token's subject.
   *
   * @throws AccessDeniedException if it names nobody
   */
  static UserId of(Jwt jwt) {
    String subject = jwt.getSubject();
    if (subject == null || subject.isEmpty()) {
      throw new AccessDeniedException("a token without a subject");
    }
    return new UserId(subject);
  }
}
