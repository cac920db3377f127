package dev.boxoffice.event.seatingplan;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a row is called, and which label comes next: A, B, C; 12, 11; Row 1, Row 2; AA, BB. */
final class RowLabel {
  /** How one row's label follows another's. */
  enum Step {
    SAME,
    UP,
    DOWN,
    NONE
  }

  private static final Pattern NUMBER = Pattern.compile("(.*?)(\\d{1,9})");
  private static final Pattern LETTERS = Pattern.compile("(|.*[^A-Za-z])([A-Za-z]{1,3})");
  private static final int ALPHABET = 26;

  private RowLabel() {}

  static Step step(String from, String to) {
    if (from.isEmpty() || to.isEmpty()) {
      return Step.NONE;
    }
    if (from.equals(to)) {
      return Step.SAME;
    }
    Matcher number = NUMBER.matcher(from);
    Matcher nextNumber = NUMBER.matcher(to);
    if (number.matches() && nextNumber.matches()) {
      return number.group(1).equals(nextNumber.group(1))
          ? step(Long.parseLong(number.group(2)), Long.parseLong(nextNumber.group(2)))
          : Step.NONE;
    }
    Matcher letters = LETTERS.matcher(from);
    Matcher nextLetters = LETTERS.matcher(to);
    if (letters.matches() && nextLetters.matches()) {
      return letters.group(1).equals(nextLetters.group(1))
          ? stepOfLetters(letters.group(2), nextLetters.group(2))
          : Step.NONE;
    }
    return isOneCharacter(from) && isOneCharacter(to)
        ? step(from.codePointAt(0), to.codePointAt(0))
        : Step.NONE;
  }

  private static Step stepOfLetters(String from, String to) {
    // Houses count past Z as AA, AB or as AA, BB.
    if (from.length() == to.length() && isOneLetterRepeated(from) && isOneLetterRepeated(to)) {
      return step(place(from.substring(0, 1)), place(to.substring(0, 1)));
    }
    return step(place(from), place(to));
  }

  private static long place(String letters) {
    long place = 0;
    for (char letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
      place = place * ALPHABET + (letter - 'A' + 1);
    }
    return place;
  }

  private static boolean isOneLetterRepeated(String letters) {
    return letters.chars().distinct().count() == 1;
  }

  private static boolean isOneCharacter(String label) {
    return label.codePointCount(0, label.length()) == 1;
  }

  private static Step step(long from, long to) {
    return switch ((int) Math.clamp(to - from, -2L, 2L)) {
      case 1 -> Step.UP;
      case -1 -> Step.DOWN;
      default -> Step.NONE;
    };
  }
}
