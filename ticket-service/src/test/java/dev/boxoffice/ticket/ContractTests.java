package dev.boxoffice.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we send is what {@code contracts/events} says. */
class ContractTests extends TicketServiceStory {

  private static final Path EVENTS = Path.of("..", "contracts", "events", "ticket.ticket");

  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  ContractTests(TestClient client) {
    super(client);
  }

  @Test
  void everyEventMatchesItsSchema() {
    try (var events = TopicReader.of("ticket.ticket")) {
      var booking = ticketedBooking(publishedShow(), 3);
      var key = booking.bookingId().toString();
      var issued = events.await("ticket.ticket.issued", key);
      var tickets = ticketsOf(booking);
      assertThat(scan(text(tickets.getFirst(), "qr")).field("result")).isEqualTo("ADMITTED");
      client
          .asStaff("sam")
          .post(
              "/v1/check-in/%s/undo".formatted(text(tickets.getFirst(), "ticketId")),
              Map.of("reason", "wrong person"))
          .expect(200);
      client
          .as(booking.buyer())
          .post(
              "/v1/tickets/%s/transfer".formatted(text(tickets.get(1), "ticketId")),
              Map.of("toUserId", "friend-" + UUID.randomUUID()))
          .expect(200);
      revoke(booking, booking.seatIds()).expect(200);

      for (var event :
          List.of(
              issued,
              events.await("ticket.ticket.checked-in", key),
              events.await("ticket.ticket.check-in-undone", key),
              events.await("ticket.ticket.transferred", key),
              events.await("ticket.ticket.revoked", key))) {
        assertMatches(event.type(), event.data().toString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"issued", "revoked", "transferred", "checked-in", "check-in-undone"})
  void everyExampleMatchesItsSchema(String event) {
    var type = "ticket.ticket." + event;
    assertMatches(type, file(type + ".example.json"));
  }

  private void assertMatches(String type, String json) {
    var schema = schemas.getSchema(file(type + ".schema.json"), InputFormat.JSON);
    assertThat(schema.validate(json, InputFormat.JSON)).as("%s: %s", type, json).isEmpty();
  }

  private static String file(String name) {
    try {
      return Files.readString(EVENTS.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
