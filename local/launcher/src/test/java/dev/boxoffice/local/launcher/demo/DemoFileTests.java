package dev.boxoffice.local.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.local.launcher.publishing.EventListing;
import dev.boxoffice.local.launcher.publishing.PlanFile;
import dev.boxoffice.local.launcher.publishing.ShowListing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoFileTests {

  private static final Instant SINCE = Instant.parse("2026-11-27T20:15:00Z");

  private final List<EventListing> listings = DemoFile.read().listings(SINCE);

  @Test
  void isADozenEventsOfEveryCategory() {
    assertThat(listings).hasSize(12);
    assertThat(listings).extracting(EventListing::key).doesNotHaveDuplicates();
    assertThat(listings)
        .extracting(EventListing::category)
        .containsOnly("movies", "concerts", "sports", "theater");
    assertThat(listings)
        .extracting(EventListing::category)
        .contains("movies", "concerts", "sports", "theater");
  }

  @Test
  void playsInTheWeeksToComeByTheVenuesClocks() {
    assertThat(listings.stream().flatMap(listing -> listing.shows().stream()))
        .extracting(ShowListing::time)
        .allMatch(time -> time.isAfter(SINCE))
        .allMatch(time -> time.isBefore(SINCE.plus(Duration.ofDays(35))));
    // It is the 28th already where the stadium is, and summer nowhere.
    assertThat(listing("city-derby").shows().getFirst().time()).isEqualTo("2026-12-05T14:00:00Z");
    assertThat(listing("clockmaker").shows().getFirst().time()).isEqualTo("2026-12-07T19:00:00Z");
  }

  @Test
  void hasAPriceForEveryCategoryOfTheHouse() {
    for (EventListing listing : listings) {
      List<String> categories = new PlanFile(listing.venue().plan().get()).categories();
      for (ShowListing show : listing.shows()) {
        Map<?, ?> prices = (Map<?, ?>) Objects.requireNonNull(show.terms().get("prices"));
        assertThat(prices.keySet()).as(listing.title()).isEqualTo(Set.copyOf(categories));
      }
    }
  }

  @Test
  void hasASaleThatOpensSoonAndALineAtTheDoor() {
    assertThat(listing("songs-of-the-rain").shows())
        .allMatch(s -> "2026-11-27T20:45:00Z".equals(s.terms().get("salesStartAt")));
    assertThat(listing("electric-banyan").shows())
        .allMatch(s -> "ON".equals(s.terms().get("queue")));
  }

  private EventListing listing(String key) {
    return listings.stream().filter(l -> l.key().equals("demo/" + key)).findFirst().orElseThrow();
  }
}
