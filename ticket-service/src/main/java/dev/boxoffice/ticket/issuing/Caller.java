package dev.boxoffice.ticket.issuing;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;

/** A signed-in person, and everything that person can be as the holder of a ticket. */
public record Caller(String subject, Set<Holder> holders) {

  public Caller {
    holders = Set.copyOf(holders);
  }

  /** An address that the issuer says is not verified proves nothing. */
  public static Caller of(Jwt token) {
    var subject = Objects.requireNonNull(token.getSubject(), "a token without a subject");
    var holders = new LinkedHashSet<Holder>();
    holders.add(Holder.user(subject));
    var email = token.getClaimAsString("email");
    if (email != null && !Boolean.FALSE.equals(token.getClaimAsBoolean("email_verified"))) {
      holders.add(Holder.email(email));
    }
    return new Caller(subject, holders);
  }

  Holder user() {
    return Holder.user(subject);
  }
}
