package dev.boxoffice.seat.allocation.hold;

/** A buyer, by the opaque {@code sub} of the token. */
public record UserId(String value) {
  public UserId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("empty user id");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
