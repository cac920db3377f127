package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.show.ShowFacts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A show as an entry of a calendar (RFC 5545). Times are in UTC, which every calendar shows in its
 * reader's zone, so that no zone definition has to come along; a show's end is not known.
 */
record CalendarEntry(
    BookingId bookingId, ShowFacts show, List<Ticket> tickets, URI ticketUrl, Instant now) {

  private static final int LINE_BYTES_MAX = 75;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  CalendarEntry {
    tickets = List.copyOf(tickets);
  }

  String text() {
    boolean isOff = show.cancelledAt() != null || tickets.stream().noneMatch(Ticket::isLive);
    return List.of(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Boxoffice//Tickets//EN",
            "BEGIN:VEVENT",
            "UID:" + bookingId + "@boxoffice",
            "DTSTAMP:" + UTC.format(now),
            "DTSTART:" + UTC.format(show.showTime()),
            "SUMMARY:" + escaped(show.title()),
            "LOCATION:" + escaped(show.venueName() + ", " + show.city()),
            "DESCRIPTION:" + escaped(seats() + "\n" + ticketUrl),
            "URL:" + ticketUrl,
            "STATUS:" + (isOff ? "CANCELLED" : "CONFIRMED"),
            "SEQUENCE:" + (isOff ? 1 : 0),
            "END:VEVENT",
            "END:VCALENDAR")
        .stream()
        .map(CalendarEntry::folded)
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private String seats() {
    return tickets.stream()
        .filter(Ticket::isLive)
        .map(Ticket::seat)
        .map(
            seat ->
                seat.row() == null
                    ? "%s, place %s".formatted(seat.section(), seat.number())
                    : "%s, row %s, seat %s".formatted(seat.section(), seat.row(), seat.number()))
        .collect(Collectors.joining("\n"));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("\\p{Cntrl}", " ");
  }

  /** Lines are at most 75 bytes; what is longer goes on after a line break and a space. */
  private static String folded(String line) {
    var folded = new StringBuilder();
    int bytes = 0;
    for (int codePoint : line.codePoints().toArray()) {
      var letter = Character.toString(codePoint);
      int length = letter.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + length > LINE_BYTES_MAX) {
        folded.append("\r\n ");
        bytes = 1;
      }
      folded.append(letter);
      bytes += length;
    }
    return folded.toString();
  }
}
