package dev.boxoffice.event.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.boxoffice.event.Programme;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IntegrationTest
class SearchEventsTests {
  private final TestClient client;
  private final TestClient olga;
  private final Programme programme;
  private String city = "";
  private String venueId = "";

  SearchEventsTests(TestClient client) {
    this.client = client;
    this.olga = client.asOrganiser("olga");
    this.programme = new Programme(olga);
  }

  @BeforeEach
  void aCityOfOurOwn() {
    city = Programme.newCity();
    venueId = programme.venue(city);
  }

  @CanIgnoreReturnValue
  private String event(String title, String description) {
    Map<String, Object> event = Programme.event(venueId, title);
    event.put("description", description);
    return programme.addEvent(event);
  }

  /** Searches our city; parameters come as name, value, name, value. */
  private Answer search(String... parameters) {
    StringBuilder query = new StringBuilder("?city=").append(URLEncoder.encode(city, UTF_8));
    for (int i = 0; i < parameters.length; i += 2) {
      query.append('&').append(parameters[i]).append('=');
      query.append(URLEncoder.encode(parameters[i + 1], UTF_8));
    }
    return client.get("/v1/events" + query);
  }

  @Test
  void findsByCityWithoutCase() {
    event("Fidelio", "");

    assertThat(Programme.titles(search())).containsExactly("Fidelio");
    city = city.toUpperCase(Locale.ROOT);
    assertThat(Programme.titles(search())).containsExactly("Fidelio");
    city = "Nowhere";
    assertThat(Programme.titles(search())).isEmpty();
  }

  @Test
  void findsByCategory() {
    event("Fidelio", "");
    Map<String, Object> match = Programme.event(venueId, "Final");
    match.put("category", "sports");
    programme.addEvent(match);

    assertThat(Programme.titles(search("category", "sports"))).containsExactly("Final");
    search("category", "opera").expect(400, "VALIDATION_FAILED");
  }

  @Test
  void findsWordsInAnyForm() {
    event("Dancing Queens", "An evening with the Swedish band");
    event("Swan Lake", "A ballet about a queen who dances");
    event("Cup final", "");

    assertThat(Programme.titles(search("query", "dance queen")))
        .containsExactly("Dancing Queens", "Swan Lake");
    assertThat(Programme.titles(search("query", "ballets"))).containsExactly("Swan Lake");
  }

  @Test
  void forgivesTypingMistakes() {
    event("New York Philharmonic", "Symphony No. 5");
    event("Hamilton", "");
    event("Swan Lake", "");

    assertThat(Programme.titles(search("query", "Philharmnic")))
        .containsExactly("New York Philharmonic");
    assertThat(Programme.titles(search("query", "philarmonic simphony")))
        .containsExactly("New York Philharmonic");
    assertThat(Programme.titles(search("query", "Hamliton"))).containsExactly("Hamilton");
    assertThat(Programme.titles(search("query", "swna lake"))).containsExactly("Swan Lake");
    assertThat(Programme.titles(search("query", "hermit"))).isEmpty();
    assertThat(Programme.titles(search("query", "zebra"))).isEmpty();
  }

  @Test
  void takesNothingForMisspeltThatMatchesAsItStands() {
    event("Hamilton", "");
    event("Hamlet", "The prince of Denmark");
    event("Hamleys' toys", "");

    assertThat(Programme.titles(search("query", "hamlet"))).containsExactly("Hamlet");
    assertThat(Programme.titles(search("query", "Hamilton"))).containsExactly("Hamilton");
    assertThat(Programme.titles(search("query", "princes"))).containsExactly("Hamlet");
    assertThat(Programme.titles(search("query", "Hamliton"))).contains("Hamilton");
  }

  @Test
  void findsNamesWithAccentsEitherWay() {
    event("Dvořák: Rusalka", "");
    event("हैमलेट", "");

    assertThat(Programme.titles(search("query", "dvorak"))).containsExactly("Dvořák: Rusalka");
    assertThat(Programme.titles(search("query", "Dvořák"))).containsExactly("Dvořák: Rusalka");
    assertThat(Programme.titles(search("query", "हैमलेट"))).containsExactly("हैमलेट");
  }

  @Test
  void ranksTitlesFirst() {
    event("An evening of opera", "With the hall's own singers");
    event("Carmen", "The opera that everybody knows");
    event("Opera", "");

    assertThat(Programme.titles(search("query", "opera")))
        .containsExactly("Opera", "An evening of opera", "Carmen");
  }

  @Test
  void takesAnythingThatSomebodyTypes() {
    event("Fidelio", "");

    for (String typed : new String[] {"'", "\"a", "a & | ! (", "%_\\", "the", ":*", "<->", "?"}) {
      assertThat(Programme.titles(search("query", typed))).as(typed).isEmpty();
    }
    assertThat(Programme.titles(search("query", " "))).containsExactly("Fidelio");
    search("query", "x".repeat(201)).expect(400, "VALIDATION_FAILED");
    search("query", "\u0000").expect(400, "VALIDATION_FAILED");
  }

  @Test
  void findsTheDayOfAShowWhereItsVenueIs() {
    String eventId = event("Late show", "");
    // Half past one in the morning of the 2nd in Kolkata.
    programme.addShow(eventId, "2099-05-01T20:00:00Z");

    assertThat(Programme.titles(search("date", "2099-05-02"))).containsExactly("Late show");
    assertThat(Programme.titles(search("date", "2099-05-01"))).isEmpty();
    search("date", "2099-02-30").expect(400, "VALIDATION_FAILED");
    search("date", "today").expect(400, "VALIDATION_FAILED");
    search("date", "9999-01-01").expect(400, "VALIDATION_FAILED");
  }

  @Test
  void leavesCancelledShowsOutOfTheirDay() {
    String eventId = event("Cancelled", "");
    String showId = programme.addShow(eventId, "2099-05-01T10:00:00Z");
    olga.post("/v1/events/" + eventId + "/shows/" + showId + "/cancel").expect(202);

    assertThat(Programme.titles(search("date", "2099-05-01"))).isEmpty();
  }

  @Test
  void leavesOutWhatIsOver() {
    Map<String, Object> over = Programme.event(venueId, "Over");
    over.put("startDate", "2020-05-01");
    String overId = programme.addEvent(over);
    programme.addShow(overId, "2020-05-01T10:00:00Z");
    Map<String, Object> running = Programme.event(venueId, "Still running");
    running.put("startDate", "2020-05-01");
    programme.addShow(programme.addEvent(running), Programme.SHOW_TIME);

    assertThat(Programme.titles(search())).containsExactly("Still running");
    assertThat(Programme.titles(search("date", "2020-05-01"))).containsExactly("Over");
  }

  @Test
  void leavesOutWhatIsHiddenOrCancelled() {
    String hidden = event("Hidden", "");
    String cancelled = event("Cancelled", "");
    event("Seen", "");
    olga.patch("/v1/events/" + hidden, Map.of("status", "HIDDEN")).expect(200);
    olga.patch("/v1/events/" + cancelled, Map.of("status", "CANCELLED")).expect(200);

    assertThat(Programme.titles(search())).containsExactly("Seen");
    client.get("/v1/events/" + hidden).expect(200);
  }

  @Test
  void listsWhatIsOnNextFirstInPages() {
    event("No shows yet", "");
    programme.addShow(event("Later", ""), "2099-06-01T10:00:00Z");
    programme.addShow(event("Sooner", ""), "2099-05-01T10:00:00Z");

    Answer first = search("limit", "2");
    Answer second = search("limit", "2", "page", "2");

    assertThat(Programme.titles(first)).containsExactly("Sooner", "Later");
    assertThat(Programme.titles(second)).containsExactly("No shows yet");
    assertThat(second.body().get("page").asInt()).isEqualTo(2);
    assertThat(second.body().get("limit").asInt()).isEqualTo(2);
    assertThat(second.body().get("total").asInt()).isEqualTo(3);
    assertThat(Programme.titles(search("page", "9"))).isEmpty();
    search("limit", "0").expect(400, "VALIDATION_FAILED");
    search("limit", "101").expect(400, "VALIDATION_FAILED");
    search("page", "-1").expect(400, "VALIDATION_FAILED");
    search("page", "99999999999").expect(400, "VALIDATION_FAILED");
  }

  @Test
  void ignoresUnknownParameters() {
    event("Fidelio", "");

    assertThat(Programme.titles(search("colour", "red"))).containsExactly("Fidelio");
  }
}
