/**
 * The ticket as people see it: the QR code and the page to print.
 *
 * <p>Nothing here knows a database. Text is shaped by the JDK (HarfBuzz) through OpenPDF's glyph
 * layout, because Devanagari and Tamil are wrong without shaping; every font is embedded, and each
 * run of text takes the first typeface that has its letters.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.ticket.printing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
