package dev.boxoffice.local.payments;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Ids as the API has them: a prefix and what nobody can guess. */
final class Ids {

  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  static String next(String prefix) {
    return prefix
        + RANDOM
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
            .collect(Collectors.joining());
  }
}
