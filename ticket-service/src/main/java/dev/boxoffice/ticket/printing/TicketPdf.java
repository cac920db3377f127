package dev.boxoffice.ticket.printing;

import dev.boxoffice.ticket.BookingId;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** Prints tickets: one A5 page a seat, all in vectors. */
public final class TicketPdf {

  private final Typefaces typefaces = new Typefaces();

  /** The PDF of one booking's tickets, in their order. */
  public byte[] print(PrintedShow show, BookingId bookingId, List<PrintedTicket> tickets) {
    if (tickets.isEmpty()) {
      throw new IllegalArgumentException("no tickets to print for booking " + bookingId);
    }
    var bytes = new ByteArrayOutputStream();
    var document = new Document(new Rectangle(TicketPage.WIDTH, TicketPage.HEIGHT), 0, 0, 0, 0);
    document.setGlyphLayoutManager(typefaces.layout());
    var writer = PdfWriter.getInstance(document, bytes);
    document.addTitle(show.title());
    document.addSubject("Booking " + bookingId);
    document.addCreator("Boxoffice");
    document.open();
    var canvas = writer.getDirectContent();
    PdfTemplate background = canvas.createTemplate(TicketPage.WIDTH, TicketPage.HEIGHT);
    var printedOnAll = new TicketPage(background, typefaces);
    printedOnAll.drawShow(show);
    for (int i = 0; i < tickets.size(); i++) {
      if (i > 0) {
        document.newPage();
      }
      canvas.addTemplate(background, 0, 0);
      new TicketPage(canvas, typefaces)
          .drawTicket(tickets.get(i), bookingId, "%d of %d".formatted(i + 1, tickets.size()));
    }
    document.close();
    return bytes.toByteArray();
  }
}
