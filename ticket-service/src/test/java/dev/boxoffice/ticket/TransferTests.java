package dev.boxoffice.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicReader;
import dev.boxoffice.testing.TopicWriter;
import dev.boxoffice.ticket.printing.Tools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class TransferTests extends TicketServiceStory {

  TransferTests(TestClient client) {
    super(client);
  }

  @Test
  void theNewHolderGetsANewCodeAndTheOldOneDies(@TempDir Path folder) {
    Tools.need("pdftoppm", "zbarimg");
    try (var events = TopicReader.of("ticket.ticket")) {
      var booking = knownBooking(2);
      var old = ticketsOf(booking).getFirst();
      var friend = "friend-" + UUID.randomUUID();

      var answer = transfer(booking, 0, Map.of("toUserId", friend)).expect(200);

      var atFriends = new Booking(booking.bookingId(), booking.showId(), friend, booking.seatIds());
      assertThat(ticketsOf(atFriends)).hasSize(1);
      var fresh = ticketsOf(atFriends).getFirst();
      assertThat(text(fresh, "ticketId")).isEqualTo(answer.field("newTicketId"));
      assertThat(text(fresh, "seatId")).isEqualTo(text(old, "seatId"));
      assertThat(answer.text())
          .as("the new code is not the old holder's")
          .doesNotContain(text(fresh, "qr"));
      assertThat(ticketsOf(booking))
          .extracting(it -> text(it, "status"))
          .containsExactly("CANCELLED", "ISSUED");
      assertThat(scan(text(old, "qr")).field("result")).isEqualTo("CANCELLED");
      assertThat(scan(text(fresh, "qr")).field("result")).isEqualTo("ADMITTED");
      assertThat(Tools.qrCodesOf(awaitPdf(atFriends), folder)).containsExactly(text(fresh, "qr"));
      var _ = events.await("ticket.ticket.transferred", booking.bookingId().toString());
    }
  }

  @Test
  void anAddressReceivesItForWhoeverSignsInWithIt() {
    var booking = knownBooking(1);
    var friend = "friend-" + UUID.randomUUID();
    transfer(booking, 0, Map.of("toEmail", friend.toUpperCase(Locale.ROOT) + "@Example.Test"))
        .expect(200);
    assertThat(items(client.as(friend).get(booking.path() + "/tickets").expect(200))).hasSize(1);
  }

  @Test
  void usedCancelledAndOwnTicketsAreNotHandedOn() {
    var booking = knownBooking(3);
    assertThat(scan(text(ticketsOf(booking).getFirst(), "qr")).field("result"))
        .isEqualTo("ADMITTED");
    revoke(booking, booking.seatIds().subList(1, 2)).expect(200);
    transfer(booking, 0, Map.of("toUserId", "friend")).expect(409, "TRANSFER_FORBIDDEN");
    transfer(booking, 1, Map.of("toUserId", "friend")).expect(409, "TRANSFER_FORBIDDEN");
    transfer(booking, 2, Map.of("toUserId", booking.buyer())).expect(409, "TRANSFER_FORBIDDEN");
  }

  @Test
  void aCancelledShowsTicketsAreNotHandedOn() {
    var booking = knownBooking(1);
    TopicWriter.send(
        "catalogue.show",
        booking.showId().toString(),
        "catalogue.show.cancelled",
        Map.of(
            "showId", booking.showId(),
            "eventId", UUID.randomUUID(),
            "cancelledAt", "2026-11-23T11:00:00Z"));
    await()
        .atMost(SOON)
        .until(
            () -> client.as(booking.buyer()).get(booking.path() + "/ticket.ics").text(),
            it -> it.contains("STATUS:CANCELLED"));
    transfer(booking, 0, Map.of("toUserId", "friend")).expect(409, "TRANSFER_FORBIDDEN");
  }

  @Test
  void aTransferNamesExactlyOneReceiver() {
    var booking = knownBooking(1);
    transfer(booking, 0, Map.of()).expect(400, "VALIDATION_FAILED");
    transfer(booking, 0, Map.of("toUserId", "a", "toEmail", "a@b.test"))
        .expect(400, "VALIDATION_FAILED");
    transfer(booking, 0, Map.of("toEmail", "nobody")).expect(400, "VALIDATION_FAILED");
  }

  @Test
  void revokingReachesTheNewHoldersTicket() {
    var booking = knownBooking(1);
    var friend = "friend-" + UUID.randomUUID();
    transfer(booking, 0, Map.of("toUserId", friend)).expect(200);
    revoke(booking, booking.seatIds()).expect(200);
    var fresh = items(client.as(friend).get(booking.path() + "/tickets")).getFirst();
    assertThat(scan(text(fresh, "qr")).field("result")).isEqualTo("CANCELLED");
  }

  @Test
  void revokingDuringATransferReachesTheNewHoldersTicketToo(
      @Autowired JdbcClient jdbc, @Autowired TransactionTemplate transactions) throws Exception {
    var booking = knownBooking(1);
    var friend = "friend-" + UUID.randomUUID();
    var ticketId = UUID.fromString(text(ticketsOf(booking).getFirst(), "ticketId"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Answer>>();
      transactions.executeWithoutResult(
          _ -> {
            assertThat(
                    jdbc.sql("select 1 from ticket where ticket_id = :id for update")
                        .param("id", ticketId)
                        .query(Integer.class)
                        .list())
                .hasSize(1);
            answers.add(threads.submit(() -> transfer(booking, 0, Map.of("toUserId", friend))));
            awaitWaiting(jdbc, 1);
            answers.add(threads.submit(() -> revoke(booking, booking.seatIds())));
            awaitWaiting(jdbc, 2);
          });
      for (var answer : answers) {
        var _ = answer.get().expect(200);
      }
    }
    var fresh = items(client.as(friend).get(booking.path() + "/tickets")).getFirst();
    assertThat(text(fresh, "status")).isEqualTo("CANCELLED");
    assertThat(scan(text(fresh, "qr")).field("result")).isEqualTo("CANCELLED");
  }

  /** Waits until that many transactions of the service wait for a lock. */
  private static void awaitWaiting(JdbcClient jdbc, int transactions) {
    // Awaitility asks from a thread of its own, hence not in the transaction that holds the lock,
    // where the picture of the other sessions would stand still.
    await()
        .atMost(SOON)
        .until(
            () ->
                jdbc.sql(
                        """
                        select count(*) from pg_stat_activity
                        where usename = current_user and wait_event_type = 'Lock'
                        """)
                    .query(Integer.class)
                    .single(),
            waiting -> waiting == transactions);
  }

  /** A booking whose show has arrived too: before that nothing can be handed on. */
  private Booking knownBooking(int seats) {
    var booking = ticketedBooking(publishedShow(), seats);
    assertThat(awaitPdf(booking)).isNotEmpty();
    return booking;
  }

  private Answer transfer(Booking booking, int ticket, Map<String, String> to) {
    var ticketId = text(ticketsOf(booking).get(ticket), "ticketId");
    return client.as(booking.buyer()).post("/v1/tickets/%s/transfer".formatted(ticketId), to);
  }
}
