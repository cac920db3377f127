package dev.boxoffice.defaults.web;

/** Text that PostgreSQL can store: no U+0000 and no half of a surrogate pair. */
public final class StorableText {
  public static final String MESSAGE = "has a character that cannot be stored";

  private StorableText() {}

  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
