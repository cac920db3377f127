package dev.boxoffice.seat.allocation;

/** A buyer, by the opaque {@code sub} of the token. */
record UserId(String value) {
  UserId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("empty user id");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
