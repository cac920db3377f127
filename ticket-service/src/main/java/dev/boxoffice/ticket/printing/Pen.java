package dev.boxoffice.ticket.printing;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.GlyphLayoutManager;
import org.openpdf.text.pdf.PdfContentByte;

/** Sets shaped text on a page, each run in the font that has its letters. */
final class Pen {

  private static final String ELLIPSIS = "…";

  private final PdfContentByte canvas;
  private final Typefaces typefaces;
  private final GlyphLayoutManager layout;

  Pen(PdfContentByte canvas, Typefaces typefaces) {
    this.canvas = canvas;
    this.typefaces = typefaces;
    this.layout = typefaces.layout();
  }

  /** How text looks; {@code size} is in points. */
  record Style(boolean bold, float size, Color color) {}

  /** Sets one line with its left end of the baseline at the given point. */
  void write(String text, float x, float y, Style style) {
    canvas.beginText();
    canvas.setColorFill(style.color());
    float at = x;
    for (var run : typefaces.runs(text, style.bold())) {
      canvas.setFontAndSize(run.font(), style.size());
      canvas.setTextMatrix(at, y);
      canvas.showText(run.text());
      at += width(run, style);
    }
    canvas.endText();
  }

  /** Sets one line around the middle of its baseline. */
  void writeCentred(String text, float middle, float y, Style style) {
    write(text, middle - width(text, style) / 2, y, style);
  }

  /** The text in lines no wider than this; what the last line cannot hold ends in an ellipsis. */
  List<String> lines(String text, float widthMax, int linesMax, Style style) {
    var lines = new ArrayList<String>();
    var line = "";
    for (var word : text.strip().split("\\s+", -1)) {
      var longer = line.isEmpty() ? word : line + " " + word;
      if (line.isEmpty() || width(longer, style) <= widthMax) {
        line = longer;
      } else if (lines.size() + 1 == linesMax) {
        line = longer + ELLIPSIS;
        break;
      } else {
        lines.add(fitted(line, widthMax, style));
        line = word;
      }
    }
    lines.add(fitted(line, widthMax, style));
    return lines;
  }

  /** The text, cut so that it fits with an ellipsis. */
  String fitted(String text, float widthMax, Style style) {
    if (width(text, style) <= widthMax) {
      return text;
    }
    // A letter and its marks go together, or the cut would change the letter.
    var clusters = new ArrayList<>(text.codePoints().boxed().toList());
    while (!clusters.isEmpty()) {
      int cut = clusters.removeLast();
      if (isMark(cut)) {
        continue;
      }
      var shorter = new StringBuilder();
      clusters.forEach(shorter::appendCodePoint);
      var candidate = shorter.toString().stripTrailing() + ELLIPSIS;
      if (width(candidate, style) <= widthMax) {
        return candidate;
      }
    }
    return ELLIPSIS;
  }

  float width(String text, Style style) {
    float width = 0;
    for (var run : typefaces.runs(text, style.bold())) {
      width += width(run, style);
    }
    return width;
  }

  private float width(Typefaces.Run run, Style style) {
    var glyphs = layout.computeGlyphVector(run.font(), style.size(), run.text());
    return (float) glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }
}
