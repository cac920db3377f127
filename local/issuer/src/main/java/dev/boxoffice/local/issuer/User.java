package dev.boxoffice.local.issuer;

import java.util.List;

/** Somebody who can sign in. The name is the {@code sub} of their tokens. */
record User(String name, String email, String passwordHash, List<String> roles) {
  User {
    if (name.isBlank() || passwordHash.isBlank()) {
      throw new IllegalArgumentException("A user needs a name and a password");
    }
    roles = List.copyOf(roles);
  }
}
