package dev.boxoffice.booking;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.jwt.Jwt;

/** A person, by the subject of their token. */
public record UserId(String value) {

  public UserId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A user id must not be blank");
    }
  }

  /**
   * Who a token speaks for.
   *
   * @throws AccessDeniedException if it speaks for nobody
   */
  public static UserId of(Jwt jwt) {
    var subject = jwt.getSubject();
    if (subject == null || subject.isBlank()) {
      throw new AccessDeniedException("The token names no subject");
    }
    return new UserId(subject);
  }

  @Override
  public String toString() {
    return value;
  }
}
