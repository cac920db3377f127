package dev.boxoffice.system.e2e;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** More people than seats: a line, and who is first in it is first in the house. */
class WaitingRoomTests {
  private final Platform platform = Platform.running();
  private final Person asha = platform.buyer("asha");
  private final Person bina = platform.buyer("bina");
  private final Person chandra = platform.buyer("chandra");

  @Test
  void letsTheFirstInLineBuyFirst() {
    Show show = platform.publishes(Plans.house("Queued house", 1, 2, 10), "ON");
    List<String> seats = show.availableSeats(1);
    runRoom(show, Map.of("mode", "PAUSED", "batchSize", 1, "batchInterval", "PT10M"));

    Answer refused = asha.holds(show.showId(), seats).refused(403, "ADMISSION_REQUIRED");
    assertThat(refused.string("queueUrl")).endsWith("/v1/queue/" + show.showId());
    assertThat(numberOf(asha, show)).isEqualTo(1);
    assertThat(numberOf(bina, show)).isEqualTo(2);
    assertThat(numberOf(chandra, show)).isEqualTo(3);

    runRoom(show, Map.of("mode", "ON"));
    String token = awaitAdmission(asha, show);
    Answer next = bina.get(queue(show)).expect(200);
    assertThat(next.string("status")).isEqualTo("WAITING");
    assertThat(next.body().required("position").asInt()).isEqualTo(1);
    assertThat(chandra.get(queue(show)).expect(200).body().required("position").asInt())
        .isEqualTo(2);

    bina.holds(show.showId(), seats).refused(403, "ADMISSION_REQUIRED");
    bina.holds(show.showId(), seats, token).refused(403, "ADMISSION_REQUIRED");
    Answer hold = asha.holds(show.showId(), seats, token).expect(201);
    assertThat(asha.pays(hold.string("holdId"), "pm_card_visa").expect(201).string("status"))
        .isEqualTo("CONFIRMED");
  }

  @Test
  void obeysAnOrganiserWhoOpensAndClosesTheRoomDuringTheSale() {
    Show show = platform.publishes(Plans.house("Busy house", 1, 2, 10), "OFF");
    List<String> seats = show.availableSeats(4);
    asha.holds(show.showId(), seats.subList(0, 1)).expect(201);
    // Whoever tries out whether the room is open may get a seat before it is.
    Person prober = platform.buyer("prober");

    runRoom(show, Map.of("mode", "ON", "batchSize", 1, "batchInterval", "PT1S"));
    await()
        .atMost(ofSeconds(20))
        .until(() -> prober.holds(show.showId(), seats.subList(3, 4)).status() == 403);
    assertThat(numberOf(bina, show)).isEqualTo(1);
    bina.holds(show.showId(), seats.subList(1, 2), awaitAdmission(bina, show)).expect(201);

    runRoom(show, Map.of("mode", "OFF"));
    await()
        .atMost(ofSeconds(20))
        .until(() -> chandra.holds(show.showId(), seats.subList(2, 3)).status() == 201);
  }

  private void runRoom(Show show, Map<String, Object> rules) {
    platform.organiser().put("/v1/organiser/shows/" + show.showId() + "/queue", rules).expect(200);
  }

  private static long numberOf(Person buyer, Show show) {
    return buyer.post(queue(show), Map.of()).expect(201).body().required("number").asLong();
  }

  private static String awaitAdmission(Person buyer, Show show) {
    await()
        .atMost(ofSeconds(20))
        .until(() -> buyer.get(queue(show)).expect(200).string("status").equals("ADMITTED"));
    return buyer.get(queue(show)).string("admissionToken");
  }

  private static String queue(Show show) {
    return "/v1/queue/" + show.showId();
  }
}
