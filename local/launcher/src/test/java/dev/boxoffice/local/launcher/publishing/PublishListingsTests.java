package dev.boxoffice.local.launcher.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.boxoffice.local.stack.StackException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PublishListingsTests {

  private static final Instant FIRST = Instant.parse("2030-05-01T18:00:00Z");
  private static final Instant SECOND = Instant.parse("2030-05-03T20:00:00Z");

  private final FakeGateway gateway = new FakeGateway();
  private final Organiser olga = new Organiser(gateway.uri(), "a token");
  private final List<String> told = new ArrayList<>();

  @AfterEach
  void close() {
    olga.close();
    gateway.close();
  }

  @Test
  void publishesEachVenueOnceAndEveryShow() {
    var published = publish(listing("a", FIRST, SECOND), listing("b", FIRST));

    assertThat(published.venues()).isEqualTo(1);
    assertThat(published.events()).isEqualTo(2);
    assertThat(published.shows()).isEqualTo(3);
    assertThat(gateway.venues()).isEqualTo(1);
    assertThat(gateway.events())
        .filteredOn(event -> event.path("title").asString().equals("Event a"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.path("shows").size()).isEqualTo(2);
              assertThat(event.path("startDate").asString()).isEqualTo("2030-05-01");
              // Past midnight where the venue is.
              assertThat(event.path("endDate").asString()).isEqualTo("2030-05-04");
              assertThat(event.path("metadata").path("importKey").asString()).isEqualTo("a");
            });
    assertThat(new AwaitOpen(olga, told::add).await(published.eventIds()))
        .isEqualTo(new AwaitOpen.Opened(3, 30));
  }

  @Test
  void publishesNothingTwice() {
    var first = publish(listing("a", FIRST, SECOND), listing("b", FIRST));
    var second = publish(listing("a", FIRST, SECOND), listing("b", FIRST));

    assertThat(second.events() + second.shows() + second.venues()).isZero();
    assertThat(second.eventsThere()).isEqualTo(2);
    assertThat(second.showsThere()).isEqualTo(3);
    assertThat(second.eventIds()).isEqualTo(first.eventIds());
    assertThat(gateway.events()).hasSize(2);
  }

  @Test
  void goesOnWhereAFailureEndedIt() {
    gateway.showsAccepted.set(1);

    assertThatThrownBy(() -> publish(listing("a", FIRST, SECOND)))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("answered 503: UNAVAILABLE")
        .hasMessageContaining("1 events with 1 shows were published");

    gateway.showsAccepted.set(Integer.MAX_VALUE);
    var published = publish(listing("a", FIRST, SECOND), listing("b", FIRST));
    assertThat(published.venues()).isZero();
    assertThat(published.events()).isEqualTo(1);
    assertThat(published.shows()).isEqualTo(2);
    assertThat(published.showsThere()).isEqualTo(1);
  }

  @Test
  void comesAgainWhenToldToSlowDown() {
    gateway.tooMany.set(3);

    assertThat(publish(listing("a", FIRST)).shows()).isEqualTo(1);
    assertThat(gateway.refusals()).isEqualTo(3);
  }

  private PublishListings.Published publish(EventListing... listings) {
    return new PublishListings(olga, told::add).publish(List.of(listings), Catalogue.read(olga));
  }

  private static EventListing listing(String key, Instant... shows) {
    return new EventListing(
        key,
        "Event " + key,
        "What happens",
        "concerts",
        new VenueListing(
            "Hall", "Pune", ZoneId.of("Asia/Kolkata"), () -> new JsonMapper().createObjectNode()),
        Map.of("demo", true),
        List.of(shows).stream()
            .map(time -> new ShowListing(time, Map.of("currency", "INR")))
            .toList());
  }
}
