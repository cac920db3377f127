package dev.boxoffice.defaults.web;

import java.util.UUID;

/** UUIDs as everybody writes them: five groups of hexadecimal digits, 36 characters. */
final class StrictUuid {
  private StrictUuid() {}

  /**
   * Reads one; neither Base64 nor groups that are cut short.
   *
   * @throws IllegalArgumentException if it is none
   */
  static UUID parse(String text) {
    UUID uuid = UUID.fromString(text);
    if (!uuid.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("not a UUID as it is written: " + text);
    }
    return uuid;
  }
}
