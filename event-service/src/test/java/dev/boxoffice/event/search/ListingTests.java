package dev.boxoffice.event.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.event.Programme;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import java.net.URLEncoder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Listings follow their events and shows. */
@IntegrationTest
class ListingTests {
  private final TestClient client;
  private final TestClient olga;
  private final Programme programme;
  private final JdbcClient jdbc;
  private final MoveListingsOn moveListingsOn;
  private final TransactionTemplate transactions;

  ListingTests(
      TestClient client,
      JdbcClient jdbc,
      MoveListingsOn moveListingsOn,
      TransactionTemplate transactions) {
    this.client = client;
    this.olga = client.asOrganiser("olga");
    this.programme = new Programme(olga);
    this.jdbc = jdbc;
    this.moveListingsOn = moveListingsOn;
    this.transactions = transactions;
  }

  @Test
  void anEventMovesOnToItsNextShow() {
    String city = Programme.newCity();
    String event = programme.addEvent(programme.venue(city), "Run");
    programme.addShow(event, "2099-05-01T10:00:00Z");
    programme.addShow(event, "2099-06-01T10:00:00Z");
    assertThat(nextShow(event)).isEqualTo(OffsetDateTime.parse("2099-05-01T10:00:00Z"));

    begin(event);
    moveListingsOn.moveOn();

    assertThat(nextShow(event)).isEqualTo(OffsetDateTime.parse("2099-05-01T10:00:00Z"));
  }

  @Test
  void aCancelledShowIsNobodysNext() {
    String city = Programme.newCity();
    String event = programme.addEvent(programme.venue(city), "Run");
    String first = programme.addShow(event, "2099-05-01T10:00:00Z");
    programme.addShow(event, "2099-06-01T10:00:00Z");

    olga.post("/v1/events/" + event + "/shows/" + first + "/cancel").expect(202);

    assertThat(nextShow(event)).isEqualTo(OffsetDateTime.parse("2099-06-01T10:00:00Z"));
  }

  @Test
  void whatIsHiddenComesBackWithItsShows() {
    String city = Programme.newCity();
    String event = programme.addEvent(programme.venue(city), "Seen again");
    programme.addShow(event, "2099-05-01T10:00:00Z");
    olga.patch("/v1/events/" + event, Map.of("status", "HIDDEN")).expect(200);
    assertThat(listed(city)).isEmpty();
    programme.addShow(event, "2098-05-01T10:00:00Z");
    assertThat(listed(city)).isEmpty();

    olga.patch("/v1/events/" + event, Map.of("status", "ACTIVE", "title", "Seen twice"))
        .expect(200);

    assertThat(listed(city)).containsExactly("Seen twice");
    assertThat(nextShow(event)).isEqualTo(OffsetDateTime.parse("2098-05-01T10:00:00Z"));
  }

  @Test
  void anEventThatItsOrganiserIsChangingIsLeftForLater() throws Exception {
    String event = programme.addEvent(programme.venue(Programme.newCity()), "Busy");
    programme.addShow(event, "2099-05-01T10:00:00Z");
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch triedToMove = new CountDownLatch(1);
    try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> organiser =
          other.submit(
              () ->
                  transactions.executeWithoutResult(
                      _ -> {
                        assertThat(lock(event)).isEqualTo(1);
                        locked.countDown();
                        await(triedToMove);
                      }));
      await(locked);
      begin(event);
      moveListingsOn.moveOn();
      assertThat(nextShow(event)).isBefore(OffsetDateTime.parse("2050-01-01T00:00:00Z"));
      triedToMove.countDown();
      assertThat(organiser.get()).isNull();
    }

    moveListingsOn.moveOn();

    assertThat(nextShow(event)).isEqualTo(OffsetDateTime.parse("2099-05-01T10:00:00Z"));
  }

  @Test
  void aWordThatNoEventHasAnyMoreIsMisspeltAgain() {
    String city = Programme.newCity();
    String event = programme.addEvent(programme.venue(city), "Xylofonia Quintessence");
    olga.patch("/v1/events/" + event, Map.of("title", "Xylophonia Quintessence")).expect(200);

    assertThat(
            Programme.titles(
                client.get("/v1/events?query=xylofonia&city=" + URLEncoder.encode(city, UTF_8))))
        .containsExactly("Xylophonia Quintessence");
  }

  @Test
  void theFewestSlipsWin() {
    assertThat(CorrectSpelling.closest("hamlte", List.of("hamilton", "hamlet", "hamlets")))
        .containsExactly("hamlet");
    assertThat(CorrectSpelling.closest("philharmnic", List.of("philharmonics", "philharmonic")))
        .containsExactly("philharmonic");
  }

  @Test
  void aShortWordIsAllowedOneSlipAndALongOneTwo() {
    assertThat(CorrectSpelling.closest("swna", List.of("swan"))).containsExactly("swan");
    assertThat(CorrectSpelling.closest("hamlet", List.of("humlat"))).isEmpty();
    assertThat(CorrectSpelling.closest("hamlets", List.of("humlats"))).hasSize(1);
    assertThat(CorrectSpelling.closest("hamliten", List.of("hamilton"))).hasSize(1);
    assertThat(CorrectSpelling.closest("hamliten", List.of("humilton"))).isEmpty();
  }

  @Test
  void aWordThatIsThereNeedsNoCorrection() {
    assertThat(CorrectSpelling.closest("hamlet", List.of("hamilton", "hamlet"))).isEmpty();
  }

  /** As if the listing's next show had just begun. */
  private void begin(String event) {
    int rows =
        jdbc.sql(
                """
                update listings set next_show_time = now() - interval '1 second'
                where event_id = :event
                """)
            .param("event", UUID.fromString(event))
            .update();
    assertThat(rows).isEqualTo(1);
  }

  private int lock(String event) {
    return jdbc.sql("select 1 from events where event_id = :event for update")
        .param("event", UUID.fromString(event))
        .query(Integer.class)
        .single();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private OffsetDateTime nextShow(String event) {
    return jdbc.sql("select next_show_time from listings where event_id = :event")
        .param("event", UUID.fromString(event))
        .query(OffsetDateTime.class)
        .single();
  }

  private List<String> listed(String city) {
    return Programme.titles(client.get("/v1/events?city=" + URLEncoder.encode(city, UTF_8)));
  }
}
