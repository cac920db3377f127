package dev.boxoffice.booking.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.booking.fakes.FakeProviderStage;
import dev.boxoffice.booking.fakes.FakeSeats;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SalesTests extends FakeProviderStage {

  private static final long PRICE = 45_000;

  SalesTests(TestClient client) {
    super(client);
  }

  @Test
  void addUpWhatWasSoldGivenBackCountedAndLetIn() {
    var show = UUID.randomUUID();
    published(show, "olga", Duration.ofHours(10));
    var first = SEATS.hold(show, "alice", 3, PRICE, Duration.ofHours(10));
    var second = SEATS.hold(show, "bob", 2, PRICE, Duration.ofHours(10));
    var aliceId = booked(first);
    var bobId = booked(second);
    client
        .as("bob")
        .send(
            "DELETE",
            "/v1/bookings/" + bobId,
            Map.of("seatIds", List.of(second.seatIds.getFirst())))
        .expect(200);
    counted(show, 90, 6, Instant.now());
    counted(show, 1, 1, Instant.now().minusSeconds(60));
    checkedIn(show, aliceId, first.seatIds.getFirst(), UUID.randomUUID());

    var sales =
        until(
            () -> {
              var answer = sales("olga", show).expect(200);
              boolean heard =
                  answer.body().get("checkedIn").asInt() == 1
                      && answer.body().get("held").asInt() == 6;
              return heard ? answer.body() : null;
            });

    assertThat(sales.get("title").asString()).isEqualTo("Hamlet");
    assertThat(sales.get("currency").asString()).isEqualTo("INR");
    assertThat(sales.get("sold").asInt()).isEqualTo(4);
    assertThat(sales.get("available").asInt()).isEqualTo(90);
    assertThat(sales.get("revenue").asLong()).isEqualTo(5 * PRICE);
    assertThat(sales.get("refunds").asLong()).isEqualTo(PRICE / 2);
    assertThat(sales.get("sections").size()).isEqualTo(1);
    var stalls = sales.at("/sections/0");
    assertThat(stalls.get("sectionId").asString()).isEqualTo(FakeSeats.STALLS.toString());
    assertThat(stalls.get("section").asString()).isEqualTo("Stalls");
    assertThat(stalls.get("sold").asInt()).isEqualTo(4);
    assertThat(stalls.get("refunds").asLong()).isEqualTo(PRICE / 2);
    assertThat(stalls.get("checkedIn").asInt()).isEqualTo(1);
    var hours = sales.get("hours").valueStream().toList();
    assertThat(hours.stream().mapToLong(hour -> hour.get("sold").asLong()).sum()).isEqualTo(5);
    assertThat(hours.stream().mapToLong(hour -> hour.get("revenue").asLong()).sum())
        .isEqualTo(5 * PRICE);
    assertThat(hours.stream().mapToLong(hour -> hour.get("cancelled").asLong()).sum()).isEqualTo(1);
    assertThat(Instant.parse(hours.getFirst().get("hour").asString()))
        .isEqualTo(
            Instant.parse(hours.getFirst().get("hour").asString()).truncatedTo(ChronoUnit.HOURS));
  }

  @Test
  void leaveOutWhoWasLetInByMistake() {
    var show = UUID.randomUUID();
    published(show, "olga", IN_TWO_DAYS);
    var hold = SEATS.hold(show, "alice", 2, PRICE, IN_TWO_DAYS);
    var id = booked(hold);
    var ticket = UUID.randomUUID();
    checkedIn(show, id, hold.seatIds.getFirst(), ticket);
    checkedIn(show, id, hold.seatIds.getLast(), UUID.randomUUID());
    untilInside(show, 2);

    var undone =
        Map.of(
            "ticketId", ticket,
            "bookingId", id,
            "showId", show,
            "seatId", hold.seatIds.getFirst(),
            "undoneAt", Instant.now().toString());
    var eventId =
        TopicWriter.send("ticket.ticket", id.toString(), "ticket.ticket.check-in-undone", undone);
    untilInside(show, 1);

    checkedIn(show, id, hold.seatIds.getFirst(), ticket);
    untilInside(show, 2);
    TopicWriter.sendAgain(
        "ticket.ticket", id.toString(), "ticket.ticket.check-in-undone", eventId, undone);
    // Of the same key, so it is heard of after the repetition.
    checkedIn(show, id, UUID.randomUUID(), UUID.randomUUID());
    until(() -> hoursInside(show) == 3);
    untilInside(show, 2);
  }

  private void untilInside(UUID show, int people) {
    until(() -> sales("olga", show).body().path("checkedIn").asInt() == people);
  }

  private long hoursInside(UUID show) {
    return sales("olga", show)
        .body()
        .path("hours")
        .valueStream()
        .mapToLong(hour -> hour.get("checkedIn").asLong())
        .sum();
  }

  @Test
  void showHowFarACancelledShowIs() {
    var show = UUID.randomUUID();
    published(show, "olga", IN_TWO_DAYS);
    var id = booked(SEATS.hold(show, "alice", 2, PRICE, IN_TWO_DAYS));
    TopicWriter.send(
        "catalogue.show",
        show.toString(),
        "catalogue.show.cancelled",
        Map.of("showId", show, "cancelledAt", Instant.now().toString()));

    awaitStatus("alice", id, "CANCELLED");

    var done =
        until(
            () -> {
              var cancellation = sales("olga", show).body().at("/cancellation");
              return cancellation.at("/refundsDue").asInt(-1) == 0 ? cancellation : null;
            });
    assertThat(done.get("bookingsCancelled").asInt()).isEqualTo(1);
    assertThat(done.get("bookingsLeft").asInt()).isZero();
  }

  @Test
  void areOnlyForTheShowsOwnOrganiser() {
    var show = UUID.randomUUID();
    published(show, "olga", IN_TWO_DAYS);
    until(() -> sales("olga", show).status() == 200);

    sales("otto", show).expect(404, "SHOW_NOT_FOUND");
    sales("olga", UUID.randomUUID()).expect(404, "SHOW_NOT_FOUND");
    client.as("olga").get(path(show)).expect(403, "FORBIDDEN");
    client.get(path(show)).expect(401, "UNAUTHENTICATED");
    client
        .asOrganiser("olga")
        .get("/v1/organiser/shows/what/sales")
        .expect(400, "VALIDATION_FAILED");
  }

  private Answer sales(String organiser, UUID show) {
    return client.asOrganiser(organiser).get(path(show));
  }

  private static String path(UUID show) {
    return "/v1/organiser/shows/" + show + "/sales";
  }

  private static void published(UUID show, String organiser, Duration untilShow) {
    TopicWriter.send(
        "catalogue.show",
        show.toString(),
        "catalogue.show.published",
        Map.of(
            "showId",
            show,
            "organiserId",
            organiser,
            "title",
            "Hamlet",
            "showTime",
            Instant.now().plus(untilShow).toString(),
            "currency",
            "INR",
            "prices",
            Map.of("A", PRICE)));
  }

  private static void counted(UUID show, int available, int held, Instant at) {
    TopicWriter.send(
        "seat.show",
        show.toString(),
        "seat.show.counts",
        Map.of(
            "showId", show,
            "countedAt", at.toString(),
            "sections",
                List.of(
                    Map.of(
                        "sectionId",
                        FakeSeats.STALLS,
                        "available",
                        available,
                        "held",
                        held,
                        "booked",
                        4,
                        "blocked",
                        0))));
  }

  private static void checkedIn(UUID show, UUID booking, UUID seat, UUID ticket) {
    TopicWriter.send(
        "ticket.ticket",
        booking.toString(),
        "ticket.ticket.checked-in",
        Map.of(
            "ticketId", ticket,
            "bookingId", booking,
            "showId", show,
            "seatId", seat,
            "checkedInAt", Instant.now().toString()));
  }
}
