package dev.boxoffice.local.launcher.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.local.launcher.house.House;
import dev.boxoffice.local.launcher.publishing.EventListing;
import dev.boxoffice.local.launcher.publishing.PlanFile;
import dev.boxoffice.local.launcher.publishing.PriceList;
import dev.boxoffice.local.launcher.publishing.ShowListing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonTests {

  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final PriceList SCALE = new PriceList(Map.of(), null, 3_500);

  private final Notes skipped = new Notes();
  private final Season season = season(new Terms(null, SCALE, "USD", "AUTO"));

  @Test
  void listsAnEventForEachPlaceOfAProgrammeAndAShowForEachConcert() {
    List<EventListing> listings = listings(new Move(3));

    assertThat(listings)
        .extracting(EventListing::key)
        .containsExactly(
            "programme/p-1/Pier Hall", "programme/p-1/Han River Park", "programme/p-2/Pearl Room");
    assertThat(season.keys()).containsExactlyElementsOf(keys(listings));
    assertThat(listings.getFirst().shows())
        .extracting(ShowListing::time)
        .containsExactly(
            Instant.parse("2027-03-01T00:30:00Z"), Instant.parse("2027-07-01T18:00:00Z"));
    assertThat(listings.get(1).shows())
        .extracting(ShowListing::time)
        .containsExactly(Instant.parse("2027-07-04T11:00:00Z"));
    assertThat(listings.getFirst().metadata())
        .containsEntry(Season.YEARS_MOVED, 3)
        .containsEntry("programme", "101");
  }

  @Test
  void asksMoreForTheDearerSeats() {
    assertThat(listings(new Move(3)).getFirst().shows().getFirst().terms())
        .containsEntry("currency", "USD")
        .containsEntry("prices", Map.of("Parterre", 7_000L, "First Tier", 3_500L));
  }

  @Test
  void leavesOutWhatIsOverAfterAnEarlierImportsMove() {
    List<EventListing> listings =
        season.listings(new Move(3), Instant.parse("2027-05-01T00:00:00Z"), skipped);

    assertThat(keys(listings))
        .containsExactly("programme/p-1/Pier Hall", "programme/p-1/Han River Park");
    assertThat(listings.getFirst().shows()).hasSize(1);
    assertThat(skipped.lines())
        .containsExactly(
            "2 concerts that are over, moved by as many years as in the first import:"
                + " Pier Hall at 2027-03-01T00:30:00Z; Pearl Room at 2027-03-03T00:30:00Z");
  }

  @Test
  void putsEverythingOnTheGivenPlan() {
    PlanFile plan = new PlanFile(House.SALON.plan("Salon"));

    List<EventListing> listings =
        season(new Terms(plan, SCALE, "USD", "AUTO")).listings(new Move(3), NOW, skipped);

    assertThat(listings).allMatch(l -> l.venue().plan().get().equals(plan.content()));
  }

  @ParameterizedTest
  @CsvSource({
    "Davids Hall, 30, GREAT_CONCERT_HALL",
    "Davids Hall, 3, SMALL_CONCERT_HALL",
    "Guild Theatre, 1, SMALL_CONCERT_HALL",
    "Van Something Park, 1, LAWN",
    "Cathedral of the Harbour, 1, CHURCH",
    "Café Clara, 1, SALON",
    "Parkway Club, 1, SALON",
  })
  void drawsAHouseThatSuitsTheName(String venue, int concerts, House house) {
    assertThat(new Place(venue, "Town", ZoneId.of("UTC")).house(concerts)).isEqualTo(house);
  }

  private List<EventListing> listings(Move move) {
    return season.listings(move, NOW, skipped);
  }

  private static List<String> keys(List<EventListing> listings) {
    return listings.stream().map(EventListing::key).toList();
  }

  private static Season season(Terms terms) {
    return new Season(
        new ProgrammeFile("2023-24", new Notes(), new Notes()).read(ProgrammeFileTests.HARBOUR),
        terms);
  }
}
