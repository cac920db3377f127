package dev.boxoffice.event;

import jakarta.persistence.Embeddable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who organises: the {@code sub} of a token with the role ORGANISER. */
@Embeddable
public record OrganiserId(String value) {
  public static OrganiserId of(Jwt jwt) {
    String subject = jwt.getSubject();
    if (subject == null) {
      throw new AccessDeniedException("A token without a subject owns nothing");
    }
    return new OrganiserId(subject);
  }
}
