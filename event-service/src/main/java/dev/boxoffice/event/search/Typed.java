package dev.boxoffice.event.search;

import dev.boxoffice.event.catalogue.SearchText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed.
 *
 * @param text all of it, in lower case and without accents
 * @param words those long enough to be recognised when misspelt
 */
record Typed(String text, List<String> words) {
  static final int CHARACTERS_MAX = 200;

  private static final int WORDS_MAX = 8;
  private static final int LONG_WORD = 4;
  private static final int SHORT_WORD = 3;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  Typed {
    words = List.copyOf(words);
  }

  /** Null if nothing was typed. */
  static @Nullable Typed of(@Nullable String query) {
    if (query == null || query.isBlank()) {
      return null;
    }
    String text = SearchText.of(query.strip());
    List<String> words = words(text, LONG_WORD);
    return new Typed(text, words.isEmpty() ? words(text, SHORT_WORD) : words);
  }

  private static List<String> words(String text, int charactersMin) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .flatMap(word -> word.length() >= charactersMin ? Stream.of(word) : Stream.empty())
        .limit(WORDS_MAX)
        .toList();
  }
}
