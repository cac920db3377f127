package dev.boxoffice.ticket;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DoorTests extends TicketServiceStory {

  private static final int SCANNERS = 16;
  private static final int ROUNDS = 10;

  /** When the doors opened a week ago. */
  private final Instant atSix = Instant.now().truncatedTo(DAYS).minus(7, DAYS).plus(18, HOURS);

  DoorTests(TestClient client) {
    super(client);
  }

  @Test
  void aTicketLetsOnePersonInAndTellsTheNextWhen() {
    try (var events = TopicReader.of("ticket.ticket")) {
      var booking = ticketedBooking(publishedShow(), 1);
      var ticket = ticketsOf(booking).getFirst();

      var first = scan(text(ticket, "qr"));
      assertThat(first.field("result")).isEqualTo("ADMITTED");
      assertThat(first.field("ticketId")).isEqualTo(text(ticket, "ticketId"));
      assertThat(first.field("section")).isEqualTo("Stalls");
      assertThat(first.field("row")).isEqualTo("A");
      assertThat(first.field("number")).isEqualTo("1");

      var second = scan(text(ticket, "qr"));
      assertThat(second.field("result")).isEqualTo("ALREADY_CHECKED_IN");
      assertThat(second.field("checkedInAt")).isEqualTo(first.field("checkedInAt")).isNotEmpty();
      assertThat(second.field("gate")).isEqualTo("North");

      var told = events.await("ticket.ticket.checked-in", booking.bookingId().toString());
      assertThat(text(told.data(), "seatId")).isEqualTo(booking.seatIds().getFirst().toString());
      assertThat(text(told.data(), "gate")).isEqualTo("North");
      assertThat(text(ticketsOf(booking).getFirst(), "status")).isEqualTo("CHECKED_IN");
    }
  }

  @Test
  void ofScansAtTheSameInstantExactlyOneIsAdmitted() throws Exception {
    var booking = ticketedBooking(publishedShow(), ROUNDS);
    for (var ticket : ticketsOf(booking)) {
      var results = atOnce(SCANNERS, () -> scan(text(ticket, "qr")).field("result"));
      assertThat(results).filteredOn("ADMITTED"::equals).hasSize(1);
      assertThat(results).filteredOn("ALREADY_CHECKED_IN"::equals).hasSize(SCANNERS - 1);
    }
  }

  @Test
  void forgedCodesAreInvalid() {
    var booking = ticketedBooking(publishedShow(), 2);
    var qr = text(ticketsOf(booking).getFirst(), "qr");
    for (int i = 0; i < qr.length(); i += 13) {
      char other = qr.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(scan(qr.substring(0, i) + other + qr.substring(i + 1)).field("result"))
          .as("character %d changed", i)
          .isEqualTo("INVALID");
    }
    Stream.of("", "garbage", qr.substring(1), qr + qr, "\u200b", "A".repeat(194))
        .forEach(forged -> assertThat(scan(forged).field("result")).isEqualTo("INVALID"));
    assertThat(scan(qr).field("result")).as("the real one").isEqualTo("ADMITTED");
  }

  @Test
  void aTicketOfAnotherShowStaysOutsideAndUnused() {
    var booking = ticketedBooking(publishedShow(), 1);
    var qr = text(ticketsOf(booking).getFirst(), "qr");
    var elsewhere =
        client.asStaff("sam").post("/v1/check-in", Map.of("qr", qr, "showId", UUID.randomUUID()));
    assertThat(elsewhere.expect(200).field("result")).isEqualTo("WRONG_SHOW");
    var here =
        client.asStaff("sam").post("/v1/check-in", Map.of("qr", qr, "showId", booking.showId()));
    assertThat(here.expect(200).field("result")).isEqualTo("ADMITTED");
  }

  @Test
  void aMistakeCanBeUndoneWithAReason() {
    var booking = ticketedBooking(publishedShow(), 1);
    var ticket = ticketsOf(booking).getFirst();
    var undo = "/v1/check-in/%s/undo".formatted(text(ticket, "ticketId"));
    var sam = client.asStaff("sam");

    sam.post(undo, Map.of("reason", "nobody went in")).expect(409, "NOT_CHECKED_IN");
    assertThat(scan(text(ticket, "qr")).field("result")).isEqualTo("ADMITTED");
    sam.post(undo, Map.of("reason", " ")).expect(400, "VALIDATION_FAILED");
    assertThat(sam.post(undo, Map.of("reason", "wrong person")).expect(200).field("status"))
        .isEqualTo("ISSUED");
    assertThat(scan(text(ticket, "qr")).field("result")).isEqualTo("ADMITTED");
    sam.post("/v1/check-in/%s/undo".formatted(UUID.randomUUID()), Map.of("reason", "why not"))
        .expect(404, "TICKET_NOT_FOUND");
  }

  @Test
  void theDoorFindsABookingByItsNumber() {
    var booking = ticketedBooking(publishedShow(), 2);
    assertThat(scan(text(ticketsOf(booking).getFirst(), "qr")).field("result"))
        .isEqualTo("ADMITTED");
    var found = client.asStaff("sam").get("/v1/check-in/bookings/" + booking.bookingId());
    assertThat(items(found.expect(200)))
        .extracting(it -> text(it, "status"))
        .containsExactly("CHECKED_IN", "ISSUED");
    assertThat(found.text()).doesNotContain("\"qr\"");
    client
        .asStaff("sam")
        .get("/v1/check-in/bookings/" + UUID.randomUUID())
        .expect(404, "BOOKING_NOT_FOUND");
  }

  @Test
  void theManifestHasTheKeysAndTheCancelledTickets() {
    var booking = ticketedBooking(publishedShow(), 2);
    revoke(booking, booking.seatIds().subList(0, 1)).expect(200);
    var manifest =
        client
            .asStaff("sam")
            .get("/v1/check-in/shows/%s/manifest".formatted(booking.showId()))
            .expect(200)
            .body();
    assertThat(manifest.get("cancelledTickets").valueStream().map(id -> id.asString()))
        .containsExactly(text(ticketsOf(booking).getFirst(), "ticketId"));
    var published = client.get("/.well-known/ticket-keys").expect(200).body();
    assertThat(manifest.get("keys")).isEqualTo(published.get("keys"));
    assertThat(published.at("/keys/0/crv").asString()).isEqualTo("Ed25519");
    client
        .asStaff("sam")
        .get("/v1/check-in/shows/%s/manifest".formatted(UUID.randomUUID()))
        .expect(404, "SHOW_NOT_FOUND");
  }

  @Test
  void theEarliestOfflineScanWinsWhateverTheOrder() {
    var booking = ticketedBooking(publishedShow(), 2);
    var one = text(ticketsOf(booking).getFirst(), "qr");
    var other = text(ticketsOf(booking).get(1), "qr");

    var batch =
        batch(
            offline("a", one, atSix.plus(5, MINUTES), "West"),
            offline("b", one, atSix, "East"),
            offline("c", other, atSix.plus(7, MINUTES), "West"),
            offline("d", "garbage", atSix.plus(1, MINUTES), "West"));
    assertThat(results(batch))
        .containsExactly("a ALREADY_CHECKED_IN", "b ADMITTED", "c ADMITTED", "d INVALID");
    assertThat(batch.body().at("/results/0/gate").asString()).isEqualTo("East");
    assertThat(instant(batch.body().at("/results/0/checkedInAt").asString())).isEqualTo(atSix);

    var late = batch(offline("e", other, atSix.minus(1, MINUTES), "South"));
    assertThat(results(late)).containsExactly("e ADMITTED");
    var asked = scan(other);
    assertThat(asked.field("result")).isEqualTo("ALREADY_CHECKED_IN");
    assertThat(asked.field("gate")).isEqualTo("South");
    assertThat(instant(asked.field("checkedInAt"))).isEqualTo(atSix.minus(1, MINUTES));
  }

  @Test
  void aScanSentAgainGetsItsFirstAnswer() {
    var booking = ticketedBooking(publishedShow(), 1);
    var ticket = ticketsOf(booking).getFirst();
    var scan = offline(UUID.randomUUID().toString(), text(ticket, "qr"), atSix, "W");
    var first = batch(scan);
    assertThat(first.body().at("/results/0/result").asString()).isEqualTo("ADMITTED");

    client
        .asStaff("sam")
        .post(
            "/v1/check-in/%s/undo".formatted(text(ticket, "ticketId")),
            Map.of("reason", "wrong person"))
        .expect(200);

    assertThat(batch(scan, scan).body().get("results"))
        .allSatisfy(result -> assertThat(result).isEqualTo(first.body().at("/results/0")));
    assertThat(scan(text(ticket, "qr")).field("result")).isEqualTo("ADMITTED");
  }

  @Test
  void batchesSentAtOnceAgree() throws Exception {
    var booking = ticketedBooking(publishedShow(), ROUNDS);
    var scans =
        ticketsOf(booking).stream()
            .map(it -> offline(UUID.randomUUID().toString(), text(it, "qr"), atSix, "W"))
            .toList();
    var answers =
        atOnce(8, () -> batch(scans.toArray(OfflineScan[]::new)).body().get("results").toString());
    assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
    assertThat(answers.getFirst()).doesNotContain("ALREADY_CHECKED_IN");
  }

  @Test
  void scansOfImpossibleTimesAreNamedAndNoneOfTheirBatchCounts() {
    var booking = ticketedBooking(publishedShow(), 1);
    var qr = text(ticketsOf(booking).getFirst(), "qr");
    var good = offline("a", qr, atSix, "West");
    for (var at :
        List.of(
            "0001-01-01T00:00:00Z",
            "1970-01-01T00:00:00Z",
            "2999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            Instant.now().plus(3, DAYS).toString())) {
      var absurd = new OfflineScan(UUID.randomUUID().toString(), qr, at, "West");
      var refused =
          client
              .asStaff("sam")
              .post("/v1/check-in/batch", Map.of("scans", List.of(good, absurd)))
              .expect(400, "VALIDATION_FAILED");
      assertThat(refused.field("/errors/0/field")).as(at).isEqualTo("scans[1].scannedAt");
    }
    assertThat(text(ticketsOf(booking).getFirst(), "status")).isEqualTo("ISSUED");
  }

  @Test
  void aScannerWhoseClockIsFastScansNow() {
    var booking = ticketedBooking(publishedShow(), 1);
    var qr = text(ticketsOf(booking).getFirst(), "qr");

    var answer = batch(offline("a", qr, Instant.now().plus(2, HOURS), "West"));

    assertThat(results(answer)).containsExactly("a ADMITTED");
    assertThat(instant(answer.body().at("/results/0/checkedInAt").asString()))
        .isBeforeOrEqualTo(Instant.now());
  }

  private Answer batch(OfflineScan... scans) {
    return client
        .asStaff("sam")
        .post("/v1/check-in/batch", Map.of("scans", List.of(scans)))
        .expect(200);
  }

  private static List<String> results(Answer answer) {
    return answer
        .body()
        .get("results")
        .valueStream()
        .map(result -> text(result, "id").charAt(0) + " " + text(result, "result"))
        .toList();
  }

  private static OfflineScan offline(String id, String qr, Instant at, String gate) {
    var unique = id.length() == 1 ? id + UUID.randomUUID() : id;
    return new OfflineScan(unique, qr, at.toString(), gate);
  }

  record OfflineScan(String id, String qr, String scannedAt, String gate) {}

  static <T> List<T> atOnce(int times, Callable<T> action)
      throws InterruptedException, ExecutionException {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running =
          IntStream.range(0, times)
              .mapToObj(
                  _ ->
                      threads.submit(
                          () -> {
                            start.await();
                            return action.call();
                          }))
              .toList();
      start.countDown();
      var results = new ArrayList<T>();
      for (var one : running) {
        results.add(one.get());
      }
      return results;
    }
  }
}
