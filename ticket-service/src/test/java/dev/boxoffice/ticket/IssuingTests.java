package dev.boxoffice.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicReader;
import dev.boxoffice.testing.TopicWriter;
import dev.boxoffice.ticket.printing.Pictures;
import dev.boxoffice.ticket.printing.Tools;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuingTests extends TicketServiceStory {

  IssuingTests(TestClient client) {
    super(client);
  }

  @Test
  void aConfirmedBookingHasOneTicketASeatAndSaysWhereTheyAre() {
    try (var events = TopicReader.of("ticket.ticket")) {
      var booking = booking(publishedShow(), 3);
      confirm(booking);

      var issued = events.await("ticket.ticket.issued", booking.bookingId().toString());

      var tickets = ticketsOf(booking);
      assertThat(tickets)
          .extracting(ticket -> text(ticket, "seatId"))
          .containsExactlyElementsOf(booking.seatIds().stream().map(UUID::toString).toList());
      assertThat(tickets).extracting(ticket -> text(ticket, "status")).containsOnly("ISSUED");
      assertThat(tickets)
          .extracting(ticket -> text(ticket, "number"))
          .containsExactly("1", "2", "3");
      assertThat(issued.data().get("ticketIds").valueStream().map(id -> id.asString()))
          .containsExactlyElementsOf(tickets.stream().map(it -> text(it, "ticketId")).toList());
      assertThat(text(issued.data(), "ticketUrl"))
          .isEqualTo("http://localhost:8080" + booking.path() + "/ticket.pdf");
      assertThat(client.as(booking.buyer()).get(booking.path() + "/ticket.pdf").status())
          .as("what was announced is there")
          .isEqualTo(302);
      assertThat(
              text(
                  client
                      .as(booking.buyer())
                      .get(booking.path() + "/ticket.pdf?as=link")
                      .expect(200)
                      .body(),
                  "url"))
          .as("a page's script is told where, as it cannot follow")
          .contains("X-Amz-Signature");
    }
  }

  @Test
  void thePdfShowsTheCodesOfTheTickets(@TempDir Path folder) {
    Tools.need("pdftoppm", "zbarimg");
    var booking = ticketedBooking(publishedShow(), 3);
    assertThat(Tools.qrCodesOf(awaitPdf(booking), folder))
        .containsExactlyElementsOf(ticketsOf(booking).stream().map(it -> text(it, "qr")).toList());
  }

  @Test
  void theCodeIsDrawnForItsHolder() {
    var booking = ticketedBooking(publishedShow(), 1);
    var ticket = ticketsOf(booking).getFirst();
    var path = "/v1/tickets/" + text(ticket, "ticketId");

    var png = client.as(booking.buyer()).get(path + "/qr.png").expect(200);
    assertThat(png.headers().getFirst("Content-Type")).isEqualTo("image/png");
    assertThat(Pictures.text(png.bytes())).isEqualTo(text(ticket, "qr"));

    var svg = client.as(booking.buyer()).get(path + "/qr.svg").expect(200);
    assertThat(svg.headers().getFirst("Content-Type")).startsWith("image/svg+xml");
    assertThat(svg.text()).startsWith("<svg").contains("<path");
  }

  @Test
  void theCalendarEntryIsBesideIt() {
    var booking = ticketedBooking(publishedShow(), 2);
    var answer =
        await()
            .atMost(SOON)
            .until(
                () -> client.as(booking.buyer()).get(booking.path() + "/ticket.ics"),
                it -> it.status() == 200);
    assertThat(answer.headers().getFirst("Content-Type")).startsWith("text/calendar");
    assertThat(answer.text()).contains("SUMMARY:Hamlet", "DTSTART:20961212T140000Z");
  }

  @Test
  void aReplayedEventIssuesNothingTwice() {
    var booking = booking(publishedShow(), 2);
    try (var events = TopicReader.of("ticket.ticket")) {
      var eventId = confirm(booking);
      var _ = events.await("ticket.ticket.issued", booking.bookingId().toString());
      var before = ticketsOf(booking);

      TopicWriter.sendAgain(
          "booking.booking",
          booking.bookingId().toString(),
          "booking.booking.confirmed",
          eventId,
          booking.confirmed());
      confirm(booking);
      // The same key, so it is dealt with after the replays.
      TopicWriter.send(
          "booking.booking",
          booking.bookingId().toString(),
          "booking.booking.seats-cancelled",
          Map.of("bookingId", booking.bookingId(), "seatIds", booking.seatIds().subList(0, 1)));
      var _ = events.await("ticket.ticket.revoked", booking.bookingId().toString());

      assertThat(ticketsOf(booking))
          .extracting(it -> text(it, "ticketId") + text(it, "qr"))
          .containsExactlyElementsOf(
              before.stream().map(it -> text(it, "ticketId") + text(it, "qr")).toList());
      assertThat(
              events.soFar().stream()
                  .filter(event -> event.key().equals(booking.bookingId().toString()))
                  .filter(event -> event.type().equals("ticket.ticket.issued")))
          .hasSize(1);
    }
  }

  @Test
  void ticketsAreValidBeforeTheirShowIsKnownAndPrintedWhenItIs() {
    var showId = UUID.randomUUID();
    var booking = ticketedBooking(showId, 1);
    client.as(booking.buyer()).get(booking.path() + "/ticket.pdf").expect(503, "UNAVAILABLE");
    client.as(booking.buyer()).get(booking.path() + "/ticket.ics").expect(503, "UNAVAILABLE");

    publish(showId, "Late to the party");

    assertThat(awaitPdf(booking)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aBookingWhoseEventIsOnItsWayHasItsPdfSoonForItsBuyerAlone() {
    var booking = booking(publishedShow(), 1);
    var buyer = client.as(booking.buyer());
    buyer.get(booking.path() + "/ticket.pdf").expect(404, "BOOKING_NOT_FOUND");
    BOOKINGS.know(booking.bookingId(), booking.buyer(), "CONFIRMED");

    var waiting = buyer.get(booking.path() + "/ticket.pdf").expect(503, "UNAVAILABLE");
    assertThat(waiting.headers().getFirst("Retry-After")).isEqualTo("1");
    client.as("mallory").get(booking.path() + "/ticket.pdf").expect(404, "BOOKING_NOT_FOUND");

    confirm(booking);
    assertThat(awaitPdf(booking)).isNotEmpty();
  }

  @Test
  void aBookingThatFailedNeverHasAPdf() {
    var booking = booking(publishedShow(), 1);
    BOOKINGS.know(booking.bookingId(), booking.buyer(), "FAILED");

    client.as(booking.buyer()).get(booking.path() + "/ticket.pdf").expect(404, "BOOKING_NOT_FOUND");
  }

  @Test
  void nobodyKnowsWhoseAnUnheardOfBookingIsWithoutBookingService() {
    BOOKINGS.goAway();
    try {
      var booking = booking(publishedShow(), 1);
      client.as(booking.buyer()).get(booking.path() + "/ticket.pdf").expect(503, "UNAVAILABLE");
      confirm(booking);
      assertThat(awaitPdf(booking)).isNotEmpty();
    } finally {
      BOOKINGS.comeBack();
    }
  }

  @Test
  void withoutTheObjectStoreCodesAreThereAtOnceAndThePdfLater() {
    STORE_GATE.shut();
    try (var events = TopicReader.of("ticket.ticket")) {
      var booking = ticketedBooking(publishedShow(), 1);
      var waiting = client.as(booking.buyer()).get(booking.path() + "/ticket.pdf");
      waiting.expect(503, "UNAVAILABLE");
      assertThat(waiting.headers().getFirst("Retry-After")).isNotNull();
      assertThat(scan(text(ticketsOf(booking).getFirst(), "qr")).field("result"))
          .isEqualTo("ADMITTED");

      STORE_GATE.open();

      var _ = events.await("ticket.ticket.issued", booking.bookingId().toString());
      assertThat(awaitPdf(booking)).isNotEmpty();
    }
  }

  @Test
  void aPoisonEventBlocksNobody() {
    var poisoned = booking(publishedShow(), 1);
    TopicWriter.send(
        "booking.booking",
        poisoned.bookingId().toString(),
        "booking.booking.confirmed",
        "{\"bookingId\": \"nonsense\"}");
    confirm(poisoned);
    assertThat(awaitTickets(poisoned)).hasSize(1);
  }
}
