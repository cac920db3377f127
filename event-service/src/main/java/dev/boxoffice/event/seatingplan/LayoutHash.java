package dev.boxoffice.event.seatingplan;

import java.util.regex.Pattern;

/** Names a layout: SHA-256 of its canonical JSON, in hexadecimal. */
public record LayoutHash(String value) {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  public LayoutHash {
    if (!isValid(value)) {
      throw new IllegalArgumentException("Not a layout's hash: " + value);
    }
  }

  static boolean isValid(String value) {
    return SHA_256.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
