package dev.boxoffice.ticket.printing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.GlyphLayoutFontManager;
import org.openpdf.text.pdf.GlyphLayoutManager;

/**
 * The fonts of the page, loaded once. Each weight is a list: a text is cut into runs, and a run is
 * set in the first font that has its letters.
 */
final class Typefaces {

  private static final List<String> FAMILIES =
      List.of("NotoSans", "NotoSansDevanagari", "NotoSansTamil");
  private static final float ANY_SIZE = 12;

  private final GlyphLayoutFontManager fonts = new GlyphLayoutFontManager();
  private final List<BaseFont> regular;
  private final List<BaseFont> bold;

  Typefaces() {
    this.regular = load("Regular");
    this.bold = load("Bold");
  }

  /** A stretch of text that one font can set. */
  record Run(BaseFont font, String text) {}

  /** Shapes text with these fonts; one a document, because it keeps the document's settings. */
  GlyphLayoutManager layout() {
    // The letters as they were typed go along with the shaped glyphs: for search and screen
    // readers.
    return new GlyphLayoutManager(fonts).setWriteActualText(true);
  }

  List<Run> runs(String text, boolean inBold) {
    var runs = new ArrayList<Run>();
    var current = new StringBuilder();
    var candidates = inBold ? bold : regular;
    BaseFont font = candidates.getFirst();
    for (int codePoint : text.codePoints().toArray()) {
      // Spaces, joiners and combining marks stay with the letters before them.
      if (!continuesRun(codePoint, font)) {
        var next = fontOf(codePoint, candidates);
        if (!next.equals(font) && !current.isEmpty()) {
          runs.add(new Run(font, current.toString()));
          current.setLength(0);
        }
        font = next;
      }
      current.appendCodePoint(codePoint);
    }
    if (!current.isEmpty()) {
      runs.add(new Run(font, current.toString()));
    }
    return runs;
  }

  private static boolean continuesRun(int codePoint, BaseFont font) {
    return switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR,
          Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK ->
          true;
      case Character.DECIMAL_DIGIT_NUMBER,
          Character.OTHER_PUNCTUATION,
          Character.DASH_PUNCTUATION ->
          font.charExists(codePoint);
      default -> false;
    };
  }

  /** The first font when none has the letter: its box for missing letters shows that one is. */
  private static BaseFont fontOf(int codePoint, List<BaseFont> candidates) {
    return candidates.stream()
        .filter(font -> font.charExists(codePoint))
        .findFirst()
        .orElse(candidates.getFirst());
  }

  private List<BaseFont> load(String weight) {
    return FAMILIES.stream().map(family -> load(family, weight)).toList();
  }

  private BaseFont load(String family, String weight) {
    var name = "%s-%s.ttf".formatted(family, weight);
    try (InputStream file = Typefaces.class.getResourceAsStream("/fonts/" + name)) {
      if (file == null) {
        throw new IllegalStateException("the font %s is not on the class path".formatted(name));
      }
      return fonts.loadFont(name, file, ANY_SIZE).getBaseFont();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GlyphLayoutFontManager.FontLoadException e) {
      throw new IllegalStateException(e);
    }
  }
}
