package dev.boxoffice.ticket.printing;

import dev.boxoffice.ticket.BookingId;
import java.awt.Color;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.openpdf.text.pdf.PdfContentByte;

/**
 * The design of a page, in points from its lower left corner. A dark head says what and when, the
 * seat stands below it in figures that can be read across an aisle, and the code has the lower half
 * to itself, past a line where a printed page is folded.
 */
final class TicketPage {

  static final float WIDTH = 419.53f;
  static final float HEIGHT = 595.28f;

  private static final float MARGIN = 34;
  private static final float INNER_WIDTH = WIDTH - 2 * MARGIN;
  private static final float HEAD_BOTTOM = HEIGHT - 196;
  private static final float FOLD = HEAD_BOTTOM - 108;
  private static final float CODE_SIDE = 204;
  private static final float LEADING = 1.3f;

  private static final Color INK = new Color(0x17, 0x1A, 0x2B);
  private static final Color HEAD = new Color(0x1D, 0x1F, 0x3F);
  private static final Color ACCENT = new Color(0xFF, 0xB7, 0x4A);
  private static final Color ON_HEAD = Color.WHITE;
  private static final Color ON_HEAD_SOFT = new Color(0xC9, 0xCC, 0xE4);
  private static final Color SOFT = new Color(0x69, 0x6E, 0x86);
  private static final Color RULE = new Color(0xC6, 0xC9, 0xD6);

  private static final Pen.Style BRAND = new Pen.Style(true, 9, ACCENT);
  private static final Pen.Style ADMITS = new Pen.Style(false, 9, ON_HEAD_SOFT);
  private static final Pen.Style TITLE = new Pen.Style(true, 23, ON_HEAD);
  private static final Pen.Style LONG_TITLE = new Pen.Style(true, 18, ON_HEAD);
  private static final Pen.Style TIME = new Pen.Style(true, 14, ACCENT);
  private static final Pen.Style PLACE = new Pen.Style(false, 11.5f, ON_HEAD_SOFT);
  private static final Pen.Style LABEL = new Pen.Style(false, 8, SOFT);
  private static final Pen.Style SEAT = new Pen.Style(true, 34, INK);
  private static final Pen.Style SECTION = new Pen.Style(true, 17, INK);
  private static final Pen.Style SMALL = new Pen.Style(false, 7.5f, SOFT);
  private static final Pen.Style HINT = new Pen.Style(true, 10, INK);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);

  private final PdfContentByte canvas;
  private final Pen pen;

  TicketPage(PdfContentByte canvas, Typefaces typefaces) {
    this.canvas = canvas;
    this.pen = new Pen(canvas, typefaces);
  }

  /** What all pages of a booking share. */
  void drawShow(PrintedShow show) {
    canvas.setColorFill(HEAD);
    canvas.rectangle(0, HEAD_BOTTOM, WIDTH, HEIGHT - HEAD_BOTTOM);
    canvas.fill();
    canvas.setColorFill(ACCENT);
    canvas.rectangle(0, HEAD_BOTTOM, WIDTH, 4);
    canvas.fill();
    pen.write("BOXOFFICE", MARGIN, HEIGHT - 36, BRAND);
    var admits = "Admits one";
    pen.write(admits, WIDTH - MARGIN - pen.width(admits, ADMITS), HEIGHT - 36, ADMITS);

    drawTitle(show.title());
    var place = show.venueName() + ", " + show.city();
    pen.write(pen.fitted(place, INNER_WIDTH, PLACE), MARGIN, HEAD_BOTTOM + 24, PLACE);
    var time = DAY.format(show.startsAt()) + "  ·  " + HOUR.format(show.startsAt());
    pen.write(pen.fitted(time, INNER_WIDTH, TIME), MARGIN, HEAD_BOTTOM + 44, TIME);
    drawFold();
  }

  /** What is this ticket's alone. */
  void drawTicket(PrintedTicket ticket, BookingId bookingId, String count) {
    if (ticket.row() == null) {
      drawSection(ticket.section(), INNER_WIDTH - 116);
      drawFigure("PLACE", ticket.number(), WIDTH - MARGIN - 96, 96);
    } else {
      drawSection(ticket.section(), INNER_WIDTH - 196);
      drawFigure("ROW", ticket.row(), WIDTH - MARGIN - 176, 80);
      drawFigure("SEAT", ticket.number(), WIDTH - MARGIN - 80, 80);
    }
    drawCode(ticket.code());
    pen.writeCentred(
        "Show this code at the door. It lets one person in, once.", WIDTH / 2, 62, HINT);
    pen.write("Booking " + bookingId, MARGIN, 34, SMALL);
    var ticketCount = "Ticket " + count;
    pen.write(ticketCount, WIDTH - MARGIN - pen.width(ticketCount, SMALL), 34, SMALL);
    pen.write("Ticket " + ticket.ticketId(), MARGIN, 23, SMALL);
  }

  private void drawTitle(String title) {
    float width = pen.width(title, TITLE);
    // Two lines of words never fill quite twice the width of one.
    boolean isLong = width > 1.8f * INNER_WIDTH;
    var style = isLong ? LONG_TITLE : TITLE;
    float y = HEIGHT - (isLong ? 66 : 74);
    for (var line : pen.lines(title, INNER_WIDTH, isLong ? 3 : 2, style)) {
      pen.write(line, MARGIN, y, style);
      y -= style.size() * LEADING;
    }
  }

  private void drawSection(String section, float widthMax) {
    pen.write("SECTION", MARGIN, HEAD_BOTTOM - 30, LABEL);
    var lines = pen.lines(section, widthMax, 2, SECTION);
    float y = HEAD_BOTTOM - (lines.size() == 1 ? 68 : 54);
    for (var line : lines) {
      pen.write(line, MARGIN, y, SECTION);
      y -= 23;
    }
  }

  private void drawFigure(String label, String value, float x, float widthMax) {
    pen.write(label, x, HEAD_BOTTOM - 30, LABEL);
    float size = SEAT.size() * Math.min(1, widthMax / pen.width(value, SEAT));
    pen.write(value, x, HEAD_BOTTOM - 68, new Pen.Style(true, Math.max(size, 10), INK));
  }

  private void drawFold() {
    canvas.saveState();
    canvas.setColorStroke(RULE);
    canvas.setLineWidth(1);
    canvas.setLineDash(3, 4, 0);
    canvas.moveTo(MARGIN, FOLD);
    canvas.lineTo(WIDTH - MARGIN, FOLD);
    canvas.stroke();
    canvas.restoreState();
  }

  /** One path of rectangles: sharp at every size, and no hairlines between the modules. */
  private void drawCode(String code) {
    var qr = QrCode.of(code);
    float module = CODE_SIDE / qr.sideModules();
    float left = (WIDTH - CODE_SIDE) / 2;
    float top = FOLD - 4;
    canvas.setColorFill(Color.BLACK);
    qr.forEachDarkRun(
        (x, y, length) ->
            canvas.rectangle(left + x * module, top - (y + 1) * module, length * module, module));
    canvas.fill();
  }
}
