package dev.boxoffice.event.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what was probably meant by words that no event has. A word that some event has is what was
 * meant, even if no event has all the words: else a name would bring its neighbours.
 */
@Component
class CorrectSpelling {
  private static final int SLIPS_MAX = 2;

  /**
   * Letters left out, put in, mistaken, or two neighbours that changed places; -1 if those are
   * more.
   */
  private static final DamerauLevenshteinDistance SLIPS = new DamerauLevenshteinDistance(SLIPS_MAX);

  /** A shorter word is allowed one slip: with two it could be almost any. */
  private static final int LONG_WORD = 7;

  /** Of equally likely words, as many are looked for. */
  private static final int READINGS_MAX = 8;

  private final VocabularyLedger vocabulary;

  CorrectSpelling(VocabularyLedger vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** What to look for instead; null if nothing is likely to be meant. */
  @Nullable TextQuery correct(Typed typed) {
    List<String> groups = new ArrayList<>();
    boolean corrected = false;
    for (String word : typed.words()) {
      if (vocabulary.hasEvents(word)) {
        groups.add(quoted(word));
        continue;
      }
      List<String> readings = closest(word, vocabulary.alike(word));
      if (readings.isEmpty()) {
        return null;
      }
      corrected = true;
      groups.add(
          readings.stream()
              .map(CorrectSpelling::quoted)
              .collect(Collectors.joining(" | ", "(", ")")));
    }
    return corrected ? TextQuery.ofReadings(String.join(" & ", groups)) : null;
  }

  /** Those candidates that lie the fewest slips away, if those are few enough. */
  static List<String> closest(String word, List<String> candidates) {
    int allowed = word.codePointCount(0, word.length()) < LONG_WORD ? 1 : SLIPS_MAX;
    List<String> closest = new ArrayList<>();
    int fewest = allowed;
    for (String candidate : candidates) {
      int slips = SLIPS.apply(word, candidate);
      if (slips <= 0 || slips > fewest) {
        continue;
      }
      if (slips < fewest) {
        closest.clear();
        fewest = slips;
      }
      closest.add(candidate);
    }
    return closest.stream().limit(READINGS_MAX).toList();
  }

  /** Of letters and digits alone, as both the typed and the known words are. */
  private static String quoted(String word) {
    return "'" + word + "'";
  }
}
