package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.UserId;
import java.util.Objects;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who a verified token speaks for. */
public final class SignedIn {
  private SignedIn() {}

  public static UserId user(Jwt jwt) {
    return new UserId(Objects.requireNonNull(jwt.getSubject(), "a token names its subject"));
  }
}
