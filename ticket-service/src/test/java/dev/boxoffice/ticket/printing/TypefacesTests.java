package dev.boxoffice.ticket.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfWriter;

class TypefacesTests {

  private final Typefaces typefaces = new Typefaces();

  @Test
  void setsEveryScriptInAFontThatHasIt() {
    assertThat(typefaces.runs("Hamlet हैमलेट 2026 ஹாம்லெட் – Live", false))
        .extracting(run -> run.font().getPostscriptFontName())
        .containsExactly(
            "NotoSans-Regular",
            "NotoSansDevanagari-Regular",
            "NotoSansTamil-Regular",
            "NotoSans-Regular");
  }

  @Test
  void losesNoLetter() {
    var text = "श्री A-1 க்ஷ – ö🎭ß  ";
    var joined =
        String.join("", typefaces.runs(text, true).stream().map(Typefaces.Run::text).toList());
    assertThat(joined).isEqualTo(text);
  }

  @Test
  void joinsConsonantsAsDevanagariIsWritten() {
    assertThat(glyphs("क्ष")).as("one conjunct of three characters").isEqualTo(1);
    assertThat(glyphCode("कि", 0)).as("the vowel stands left").isNotEqualTo(glyphCode("क", 0));
    assertThat(glyphCode("कि", 1)).as("of its consonant").isEqualTo(glyphCode("क", 0));
  }

  @Test
  void putsTamilVowelsBeforeTheirConsonants() {
    assertThat(glyphCode("கெ", 1)).isEqualTo(glyphCode("க", 0));
  }

  @Test
  void cutsBetweenLettersAndNeverWithinOne() {
    var document = new Document();
    document.setGlyphLayoutManager(typefaces.layout());
    var writer = PdfWriter.getInstance(document, OutputStream.nullOutputStream());
    document.open();
    var pen = new Pen(writer.getDirectContent(), typefaces);
    var style = new Pen.Style(false, 12, Color.BLACK);
    var text = "किकिकिकिकिकिकिकिकिकि";
    for (float width = 5; width < pen.width(text, style); width += 3) {
      var cut = pen.fitted(text, width, style);
      assertThat(cut).matches("(कि)*…");
      if (cut.length() > 1) {
        assertThat(pen.width(cut, style)).isLessThanOrEqualTo(width);
      }
    }
  }

  private int glyphs(String text) {
    var run = typefaces.runs(text, false).getFirst();
    return typefaces.layout().computeGlyphVector(run.font(), 12, run.text()).getNumGlyphs();
  }

  private int glyphCode(String text, int index) {
    var run = typefaces.runs(text, false).getFirst();
    return typefaces.layout().computeGlyphVector(run.font(), 12, run.text()).getGlyphCode(index);
  }
}
