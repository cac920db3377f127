package dev.boxoffice.event;

import static dev.boxoffice.event.seatingplan.PlanMaker.map;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.boxoffice.event.seatingplan.PlanMaker;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an organiser puts on, through the API alone. */
public final class Programme {
  public static final String SHOW_TIME = "2099-05-01T18:30:00Z";

  private final TestClient organiser;

  public Programme(TestClient organiser) {
    this.organiser = organiser;
  }

  /** A city that no other test has anything in. */
  public static String newCity() {
    return "City " + UUID.randomUUID();
  }

  /** Ten seats: five in Gold, five in Silver. */
  public static Map<String, Object> smallPlan() {
    PlanMaker plan = PlanMaker.plan("Gold", "Silver");
    plan.zone("Hall", 0, 0).row("A", 0, 0, 5, "Gold").row("B", 0, 30, 5, "Silver");
    return plan.json();
  }

  public Answer addVenue(String city, String timezone) {
    return organiser
        .post(
            "/v1/venues",
            map("name", "Opera", "city", city, "timezone", timezone, "plan", smallPlan()))
        .expect(201);
  }

  public String venue(String city) {
    return addVenue(city, "Asia/Kolkata").field("venueId");
  }

  public static Map<String, Object> event(String venueId, String title) {
    return map(
        "title", title, "category", "concerts", "venueId", venueId, "startDate", "2099-05-01");
  }

  @CanIgnoreReturnValue
  public String addEvent(String venueId, String title) {
    return addEvent(event(venueId, title));
  }

  @CanIgnoreReturnValue
  public String addEvent(Map<String, Object> event) {
    return organiser.post("/v1/events", event).expect(201).field("eventId");
  }

  public static Map<String, Object> show(String showTime) {
    return map(
        "showTime", showTime, "currency", "INR", "prices", Map.of("Gold", 250000, "Silver", 90000));
  }

  @CanIgnoreReturnValue
  public String addShow(String eventId, String showTime) {
    return organiser
        .post("/v1/events/" + eventId + "/shows", show(showTime))
        .expect(201)
        .field("showId");
  }

  /** The titles that a search finds, in its order. */
  public static List<String> titles(Answer found) {
    return found
        .expect(200)
        .body()
        .get("items")
        .valueStream()
        .map(item -> item.get("title").asString())
        .toList();
  }
}
