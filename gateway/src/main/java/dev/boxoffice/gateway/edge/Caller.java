package dev.boxoffice.gateway.edge;

import java.time.Instant;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Whom a verified token speaks for, and until when. Kept small: many are remembered. */
record Caller(String subject, Instant expiresAt) implements AuthenticatedPrincipal {
  @Override
  public String getName() {
    return subject;
  }
}
