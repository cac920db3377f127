package dev.boxoffice.queue.admission;

/** A user, as the token's subject names them: an opaque string. */
public record UserId(String value) {
  public UserId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a user has a name");
    }
  }
}
