package dev.boxoffice.ticket.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.SeatId;
import dev.boxoffice.ticket.ShowId;
import dev.boxoffice.ticket.TicketId;
import dev.boxoffice.ticket.show.ShowFacts;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** Read back by a library that is not ours. */
class CalendarEntryTests {

  private static final Instant START = Instant.parse("2026-12-12T14:00:00Z");

  private final BookingId bookingId = new BookingId(UUID.randomUUID());

  @Test
  void isAnEventThatOtherCalendarsUnderstand() throws IOException, ParserException {
    var calendar = parsed(entry("Hamlet", TicketStatus.ISSUED).text());
    assertThat(calendar.validate().getEntries()).isEmpty();
    var event = event(calendar);
    assertThat(event.validate().getEntries()).isEmpty();
    assertThat(value(event, "UID")).isEqualTo(bookingId + "@boxoffice");
    assertThat(value(event, "SUMMARY")).isEqualTo("Hamlet");
    assertThat(value(event, "DTSTART")).isEqualTo("20261212T140000Z");
    assertThat(value(event, "LOCATION")).isEqualTo("Royal Opera House, Mumbai");
    assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
    assertThat(value(event, "DESCRIPTION"))
        .isEqualTo("Stalls, row A, seat 12\nhttp://localhost:8080/ticket.pdf");
  }

  @Test
  void survivesEveryTitle() throws IOException, ParserException {
    var title = "शास्त्रीय संगीत; commas, \"quotes\", back\\slashes\nand lines " + "🎭".repeat(40);
    var text = entry(title, TicketStatus.ISSUED).text();
    assertThat(text.split("\r\n", -1))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    assertThat(value(event(parsed(text)), "SUMMARY")).isEqualTo(title);
  }

  @Test
  void saysThatAShowIsOffWhenNoTicketIsGood() throws IOException, ParserException {
    var event = event(parsed(entry("Hamlet", TicketStatus.CANCELLED).text()));
    assertThat(value(event, "STATUS")).isEqualTo("CANCELLED");
    assertThat(value(event, "SEQUENCE")).isEqualTo("1");
  }

  private CalendarEntry entry(String title, TicketStatus status) {
    var show =
        new ShowFacts(
            new ShowId(UUID.randomUUID()),
            title,
            "Royal Opera House",
            "Mumbai",
            ZoneId.of("Asia/Kolkata"),
            START,
            null);
    var ticket =
        new Ticket(
            new TicketId(UUID.randomUUID()),
            bookingId,
            show.showId(),
            new Seat(new SeatId(UUID.randomUUID()), "Stalls", "A", "12"),
            0,
            Holder.user("asha"),
            "CODE",
            START,
            status,
            null,
            null);
    return new CalendarEntry(
        bookingId, show, List.of(ticket), URI.create("http://localhost:8080/ticket.pdf"), START);
  }

  private static Calendar parsed(String text) throws IOException, ParserException {
    return new CalendarBuilder().build(new StringReader(text));
  }

  private static VEvent event(Calendar calendar) {
    return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
  }

  private static String value(VEvent event, String property) {
    return event.getRequiredProperty(property).getValue();
  }
}
