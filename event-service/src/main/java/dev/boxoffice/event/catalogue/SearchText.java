package dev.boxoffice.event.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is searched: what people type for "Dvořák" is "dvorak". */
public final class SearchText {
  /** Latin, Greek and Cyrillic accents; in Indic scripts marks are vowels, and stay. */
  private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

  private SearchText() {}

  public static String of(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    String plain = ACCENTS.matcher(decomposed).replaceAll("");
    return Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
