package dev.boxoffice.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicReader;
import dev.boxoffice.testing.TopicWriter;
import dev.boxoffice.ticket.printing.Tools;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationTests extends TicketServiceStory {

  private static final int RACES = 20;

  RevocationTests(TestClient client) {
    super(client);
  }

  @Test
  void revokedTicketsLetNobodyInAndTheOthersStayGood() {
    try (var events = TopicReader.of("ticket.ticket")) {
      var booking = ticketedBooking(publishedShow(), 3);
      var gone = booking.seatIds().subList(0, 2);

      var answer = revoke(booking, gone).expect(200);

      assertThat(answer.body().get("seatIds").valueStream().map(id -> id.asString()))
          .containsExactlyElementsOf(gone.stream().map(UUID::toString).toList());
      var tickets = ticketsOf(booking);
      assertThat(tickets)
          .extracting(it -> text(it, "status"))
          .containsExactly("CANCELLED", "CANCELLED", "ISSUED");
      assertThat(scan(text(tickets.getFirst(), "qr")).field("result")).isEqualTo("CANCELLED");
      assertThat(scan(text(tickets.get(2), "qr")).field("result")).isEqualTo("ADMITTED");
      var told = events.await("ticket.ticket.revoked", booking.bookingId().toString());
      assertThat(told.data().get("ticketIds").valueStream().map(id -> id.asString()))
          .containsExactlyInAnyOrder(
              text(tickets.getFirst(), "ticketId"), text(tickets.get(1), "ticketId"));
    }
  }

  @Test
  void revokingAgainGivesTheSameAnswer() {
    var booking = ticketedBooking(publishedShow(), 2);
    var first = revoke(booking, booking.seatIds()).expect(200);
    assertThat(revoke(booking, booking.seatIds()).expect(200).body()).isEqualTo(first.body());
  }

  @Test
  void nothingIsRevokedWhenSomebodyIsInside() {
    var booking = ticketedBooking(publishedShow(), 3);
    assertThat(scan(text(ticketsOf(booking).get(1), "qr")).field("result")).isEqualTo("ADMITTED");

    var refused = revoke(booking, booking.seatIds()).expect(409, "CHECKED_IN");

    assertThat(refused.body().get("seatIds").valueStream().map(id -> id.asString()))
        .containsExactly(booking.seatIds().get(1).toString());
    assertThat(ticketsOf(booking))
        .extracting(it -> text(it, "status"))
        .containsExactly("ISSUED", "CHECKED_IN", "ISSUED");
  }

  @Test
  void noTicketOfAShowThatWasCalledOffStaysGoodWhoeverWentIn() {
    var booking = ticketedBooking(publishedShow(), 2);
    var tickets = ticketsOf(booking);
    assertThat(scan(text(tickets.getFirst(), "qr")).field("result")).isEqualTo("ADMITTED");

    revokeEvenIfEntered(booking).expect(200);
    revokeEvenIfEntered(booking).expect(200);

    assertThat(ticketsOf(booking))
        .extracting(it -> text(it, "status"))
        .containsExactly("CANCELLED", "CANCELLED");
    assertThat(tickets)
        .extracting(it -> scan(text(it, "qr")).field("result"))
        .containsExactly("CANCELLED", "CANCELLED");
  }

  @Test
  void seatsRevokedBeforeTheyHaveTicketsGetCancelledOnes() {
    var booking = booking(publishedShow(), 2);
    revoke(booking, booking.seatIds().subList(0, 1)).expect(200);

    confirm(booking);

    assertThat(awaitTickets(booking))
        .extracting(it -> text(it, "status"))
        .containsExactly("CANCELLED", "ISSUED");
  }

  @Test
  void thePdfIsPrintedAgainWithoutTheRevokedPages(@TempDir Path folder) {
    Tools.need("pdftoppm", "zbarimg");
    var booking = ticketedBooking(publishedShow(), 2);
    var before = awaitPdf(booking);
    revoke(booking, booking.seatIds().subList(0, 1)).expect(200);
    var after =
        await().atMost(SOON).until(() -> awaitPdf(booking), it -> it.length < before.length);
    assertThat(Tools.qrCodesOf(after, folder))
        .containsExactly(text(ticketsOf(booking).get(1), "qr"));
  }

  @Test
  void aBookingWithoutGoodTicketsHasNoPdf() {
    var booking = ticketedBooking(publishedShow(), 1);
    revoke(booking, booking.seatIds()).expect(200);
    client.as(booking.buyer()).get(booking.path() + "/ticket.pdf").expect(404, "BOOKING_NOT_FOUND");
    assertThat(client.as(booking.buyer()).get(booking.path() + "/ticket.ics").expect(200).text())
        .contains("STATUS:CANCELLED");
  }

  @Test
  void ofRevokingAndScanningAtTheSameInstantExactlyOneWins() throws Exception {
    var booking = ticketedBooking(publishedShow(), RACES);
    for (int i = 0; i < RACES; i++) {
      var seats = booking.seatIds().subList(i, i + 1);
      var qr = text(ticketsOf(booking).get(i), "qr");
      Callable<String> revoking = () -> Integer.toString(revoke(booking, seats).status());
      Callable<String> scanning = () -> scan(qr).field("result");
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var both = threads.invokeAll(List.of(revoking, scanning));
        var outcome = both.getFirst().get() + " " + both.getLast().get();
        assertThat(outcome).isIn("200 CANCELLED", "409 ADMITTED");
      }
    }
  }

  @Test
  void aRevocationThatRacesTheIssuingWins() throws Exception {
    var show = publishedShow();
    for (int i = 0; i < RACES; i++) {
      var booking = booking(show, 1);
      Callable<String> confirming = () -> confirm(booking);
      Callable<String> revoking =
          () -> Integer.toString(revoke(booking, booking.seatIds()).expect(200).status());
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var one : threads.invokeAll(List.of(confirming, revoking))) {
          assertThat(one.get()).isNotEmpty();
        }
      }
      var ticket = awaitTickets(booking).getFirst();
      assertThat(text(ticket, "status")).isEqualTo("CANCELLED");
      assertThat(scan(text(ticket, "qr")).field("result")).isEqualTo("CANCELLED");
    }
  }

  @Test
  void aCancelledBookingIsHeardOfHarmlessly() {
    var booking = ticketedBooking(publishedShow(), 2);
    assertThat(scan(text(ticketsOf(booking).getFirst(), "qr")).field("result"))
        .isEqualTo("ADMITTED");
    var cancelled =
        Map.of(
            "bookingId", booking.bookingId(),
            "showId", booking.showId(),
            "userId", booking.buyer(),
            "seatIds", booking.seatIds().subList(1, 2),
            "refundAmount", 50_000,
            "currency", "INR",
            "cancelledAt", "2026-11-23T11:00:00Z");
    TopicWriter.send(
        "booking.booking",
        booking.bookingId().toString(),
        "booking.booking.seats-cancelled",
        cancelled);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(ticketsOf(booking))
                    .extracting(it -> text(it, "status"))
                    .containsExactly("CHECKED_IN", "CANCELLED"));
  }
}
