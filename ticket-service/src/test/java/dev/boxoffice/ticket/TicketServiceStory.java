package dev.boxoffice.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The words in which these tests tell their stories. All share one running service, which reaches
 * the object store through a gate.
 */
@IntegrationTest(properties = "boxoffice.object-store.endpoint=${test.gate}")
abstract class TicketServiceStory {

  static final Duration SOON = Duration.ofSeconds(30);
  static final Gate STORE_GATE = new Gate();
  static final FakeBookings BOOKINGS = new FakeBookings();

  @DynamicPropertySource
  static void nameTheGate(DynamicPropertyRegistry properties) {
    properties.add("test.gate", STORE_GATE::uri);
    properties.add("boxoffice.services.booking", BOOKINGS::uri);
  }

  final TestClient client;

  TicketServiceStory(TestClient client) {
    this.client = client;
  }

  @BeforeEach
  void openTheGate(@Value("${boxoffice.object-store.public-endpoint}") URI objectStore) {
    STORE_GATE.leadTo(objectStore);
    STORE_GATE.open();
  }

  /** A booking as booking-service tells of it. */
  record Booking(UUID bookingId, UUID showId, String buyer, List<UUID> seatIds) {
    String path() {
      return "/v1/bookings/" + bookingId;
    }

    Map<String, Object> confirmed() {
      var seats =
          IntStream.range(0, seatIds.size())
              .mapToObj(
                  i ->
                      Map.<String, Object>of(
                          "seatId",
                          seatIds.get(i),
                          "sectionId",
                          UUID.randomUUID(),
                          "section",
                          "Stalls",
                          "row",
                          "A",
                          "number",
                          Integer.toString(i + 1),
                          "price",
                          50_000))
              .toList();
      return Map.of(
          "bookingId",
          bookingId,
          "showId",
          showId,
          "holdId",
          UUID.randomUUID(),
          "userId",
          buyer,
          "seats",
          seats,
          "totalAmount",
          50_000 * seatIds.size(),
          "currency",
          "INR",
          "paymentId",
          "pi_1",
          "bookedAt",
          "2026-11-23T10:00:00Z");
    }
  }

  static Booking booking(UUID showId, int seats) {
    return new Booking(
        UUID.randomUUID(),
        showId,
        "buyer-" + UUID.randomUUID(),
        IntStream.range(0, seats).mapToObj(_ -> UUID.randomUUID()).toList());
  }

  /** A show that everybody knows of. */
  static UUID publishedShow() {
    var showId = UUID.randomUUID();
    publish(showId, "Hamlet");
    return showId;
  }

  static void publish(UUID showId, String title) {
    TopicWriter.send(
        "catalogue.show", showId.toString(), "catalogue.show.published", show(showId, title));
  }

  private static Map<String, Object> show(UUID showId, String title) {
    var show = new HashMap<String, Object>();
    show.put("showId", showId);
    show.put("eventId", UUID.randomUUID());
    show.put("venueId", UUID.randomUUID());
    show.put("organiserId", "olga");
    show.put("title", title);
    show.put("category", "theater");
    show.put("venueName", "Royal Opera House");
    show.put("city", "Mumbai");
    show.put("timezone", "Asia/Kolkata");
    show.put("showTime", "2096-12-12T14:00:00Z");
    show.put("currency", "INR");
    return show;
  }

  @CanIgnoreReturnValue
  static String confirm(Booking booking) {
    return TopicWriter.send(
        "booking.booking",
        booking.bookingId().toString(),
        "booking.booking.confirmed",
        booking.confirmed());
  }

  /** A confirmed booking whose tickets are there. */
  Booking ticketedBooking(UUID showId, int seats) {
    var booking = booking(showId, seats);
    confirm(booking);
    awaitTickets(booking);
    return booking;
  }

  @CanIgnoreReturnValue
  List<JsonNode> awaitTickets(Booking booking) {
    return await("tickets of " + booking)
        .atMost(SOON)
        .until(() -> ticketsOf(booking), found -> found.size() == booking.seatIds().size());
  }

  /** What the buyer sees; none while there are none. */
  List<JsonNode> ticketsOf(Booking booking) {
    return items(client.as(booking.buyer()).get(booking.path() + "/tickets"));
  }

  static List<JsonNode> items(Answer answer) {
    var items = new ArrayList<JsonNode>();
    answer.body().path("items").forEach(items::add);
    return items;
  }

  static String text(JsonNode node, String field) {
    assertThat(node.has(field)).as("%s has %s", node, field).isTrue();
    return node.get(field).asString();
  }

  Answer scan(String qr) {
    return client
        .asStaff("sam")
        .post("/v1/check-in", Map.of("qr", qr, "gate", "North"))
        .expect(200);
  }

  Answer revoke(Booking booking, List<UUID> seatIds) {
    return revoke(booking, Map.of("seatIds", seatIds, "reason", "the buyer cancelled"));
  }

  Answer revokeEvenIfEntered(Booking booking) {
    return revoke(
        booking,
        Map.of("seatIds", booking.seatIds(), "reason", "called off", "evenIfEntered", true));
  }

  private Answer revoke(Booking booking, Map<String, ?> body) {
    return client
        .asServiceCalling("ticket-service")
        .post("/internal/bookings/%s/revoke".formatted(booking.bookingId()), body);
  }

  byte[] awaitPdf(Booking booking) {
    return await("PDF of " + booking)
        .atMost(SOON)
        .until(
            () -> client.as(booking.buyer()).get(booking.path() + "/ticket.pdf"),
            answer -> answer.status() == 302)
        .headers()
        .toSingleValueMap()
        .entrySet()
        .stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Location"))
        .map(header -> TestClient.at(URI.create(header.getValue())).get("").expect(200).bytes())
        .findFirst()
        .orElseThrow();
  }

  static Instant instant(String text) {
    return Instant.parse(text);
  }
}
