package dev.boxoffice.booking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.booking.fakes.CrashStage;
import dev.boxoffice.booking.fakes.FakeSeats;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicEvent;
import dev.boxoffice.testing.TopicReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Wherever the run of a purchase dies, and whatever is lost besides, the promises are kept. */
@Import(PurchaseCrashTests.Crashes.class)
class PurchaseCrashTests extends CrashStage {

  private static final String BUYER = "crashing-carol";
  private static final int SEATS_EACH = 2;
  private static final long PRICE = 45_001;

  private final Map<UUID, String> keys = new ConcurrentHashMap<>();
  private final Set<String> askedAtTheBank = ConcurrentHashMap.newKeySet();

  PurchaseCrashTests(TestClient client, JdbcClient jdbc) {
    super(client, jdbc);
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Crashes {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor purchaseCrashes() {
      return PurchasePoints.advisor(POINTS::reached);
    }
  }

  @Test
  void keepsItsPromisesWhereverItDies() {
    var crashes = crashes();
    try (var topic = TopicReader.of(RecordStep.TOPIC)) {
      var first = each(crashes, this::confirm);

      awaitRest(
          """
          select count(*)
          from work w
          join payment_attempt a on a.payment_id = w.key
          join booking b using (booking_id)
          where b.user_id = :user
          """,
          BUYER,
          () -> goToTheBank(crashes));
      var again = each(crashes, this::confirm);
      var withoutKey = each(crashes, it -> confirm(it.hold(), it.card()));
      var once = each(crashes, it -> confirm(it.hold(), it.card()));

      var atRest = new AtRest(told(topic));
      var broken = new ArrayList<String>();
      for (int i = 0; i < crashes.size(); i++) {
        var crash = crashes.get(i);
        var found = atRest.broken(crash);
        if (first.get(i).status() < 500 && !same(first.get(i), again.get(i))) {
          found.add("I11: the key's first answer is not given again: " + again.get(i));
        }
        if (!same(withoutKey.get(i), once.get(i))) {
          found.add("I11: asked again: " + withoutKey.get(i) + ", then: " + once.get(i));
        }
        found.forEach(what -> broken.add(crash + ": " + what));
      }
      assertThat(broken).isEmpty();
    }
    assertThat(crashes).hasSize(84 * ANSWERS.size() * WEBHOOKS.size());
    LoggerFactory.getLogger("crashes").info("{} purchases died and kept faith", crashes.size());
  }

  private static List<PurchaseCrash> crashes() {
    var crashes = new ArrayList<PurchaseCrash>();
    for (var story : PurchaseCrash.Story.values()) {
      for (var answer : ANSWERS) {
        for (var webhooks : WEBHOOKS) {
          var card = card(story.card, answer, webhooks, "authorise", "capture", "cancel");
          story.points().forEach(point -> crashes.add(crash(story, card, point)));
        }
      }
    }
    return crashes;
  }

  private static PurchaseCrash crash(PurchaseCrash.Story story, String card, String point) {
    var hold = SEATS.hold(BUYER, SEATS_EACH, PRICE, IN_TWO_DAYS);
    switch (story) {
      case LOSES_THE_HOLD -> POINTS.plan(hold.id, PurchasePoints.begun(Step.BOOK), hold::expire);
      case COMES_TOO_LATE -> hold.expire();
      case PAYS, SATISFIES_THE_BANK, IS_DECLINED, FAILS_AT_THE_BANK, CANNOT_BE_CAPTURED -> {}
    }
    POINTS.planDeath(hold.id, point);
    return new PurchaseCrash(story, card, point, hold);
  }

  private Answer confirm(PurchaseCrash crash) {
    var key = keys.computeIfAbsent(crash.hold().id, id -> UUID.randomUUID().toString());
    return client
        .as(BUYER)
        .with("Idempotency-Key", key)
        .post(
            "/v1/bookings/confirm",
            Map.of("holdId", crash.hold().id, "paymentMethodId", crash.card()));
  }

  /** Whoever has been sent to the bank goes there, once. */
  private void goToTheBank(List<PurchaseCrash> crashes) {
    var stories =
        crashes.stream().collect(Collectors.toMap(it -> it.hold().id, PurchaseCrash::story));
    jdbc.sql(
            """
            select b.hold_id, a.next_action_url
            from payment_attempt a
            join booking b using (booking_id)
            where b.user_id = :user and a.step = 'AWAIT_BUYER'
            """)
        .param("user", BUYER)
        .query(
            row -> {
              var story = stories.get(row.getObject("hold_id", UUID.class));
              var url = row.getString("next_action_url");
              if (askedAtTheBank.add(url)) {
                answerTheBank(URI.create(url), story == PurchaseCrash.Story.SATISFIES_THE_BANK);
              }
            });
  }

  private static void answerTheBank(URI page, boolean approve) {
    var answer =
        TestClient.at(URI.create("http://" + page.getAuthority()))
            .with("Content-Type", "application/x-www-form-urlencoded")
            .post(page.getPath(), page.getQuery() + "&result=" + (approve ? "complete" : "fail"));
    assertThat(answer.status()).isBetween(200, 399);
  }

  private static boolean same(Answer one, Answer other) {
    return withoutTrace(one).equals(withoutTrace(other));
  }

  private static Map<String, JsonNode> withoutTrace(Answer answer) {
    return answer.body().properties().stream()
        .filter(field -> !field.getKey().equals("traceId"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What is on record everywhere, once nothing happens any more. */
  private final class AtRest {

    private final Map<String, List<JsonNode>> accounts = LEDGER.accounts();
    private final Map<String, Long> confirmed;
    private final Map<UUID, Row> bookings =
        jdbc
            .sql("select hold_id, booking_id, status from booking where user_id = :user")
            .param("user", BUYER)
            .query(
                (row, index) ->
                    new Row(
                        row.getObject("hold_id", UUID.class),
                        row.getString("booking_id"),
                        row.getString("status")))
            .list()
            .stream()
            .collect(Collectors.toMap(Row::holdId, row -> row));

    AtRest(List<TopicEvent> events) {
      confirmed =
          events.stream()
              .filter(event -> event.type().equals(BookingConfirmed.TYPE))
              .collect(Collectors.groupingBy(TopicEvent::key, Collectors.counting()));
    }

    private record Row(UUID holdId, String bookingId, String status) {}

    List<String> broken(PurchaseCrash crash) {
      var found = new ArrayList<String>();
      var story = crash.story();
      var hold = crash.hold();
      var booking = bookings.get(hold.id);
      check(found, POINTS.hasDied(hold.id), "it never died");
      if (booking == null) {
        found.add("there is no booking");
        return found;
      }
      check(found, booking.status().equals(story.ends), "I6: it ends " + booking.status());
      boolean booked = hold.status() == FakeSeats.Status.BOOKED && hold.returned().isEmpty();
      check(found, booked == story.isConfirmed(), "I2: seats " + hold.status());
      check(
          found,
          !booked || hold.isBookedBy(UUID.fromString(booking.bookingId())),
          "I2: seats of another booking");
      check(
          found,
          !story.ends.equals("PENDING") || hold.status() == FakeSeats.Status.ACTIVE,
          "the buyer has lost the hold: " + hold.status());
      money(found, story, accounts.getOrDefault(booking.bookingId(), List.of()));
      long events = confirmed.getOrDefault(booking.bookingId(), 0L);
      check(found, events == (story.isConfirmed() ? 1 : 0), "I8: " + events + " events");
      return found;
    }

    private static void money(
        List<String> found, PurchaseCrash.Story story, List<JsonNode> accounts) {
      long due = story.isConfirmed() ? SEATS_EACH * PRICE : 0;
      long captured = sum(accounts, "captured");
      check(found, captured - sum(accounts, "refunded") == due, "I4: captured " + captured);
      check(
          found,
          sum(accounts, "authorised") == captured + sum(accounts, "voided"),
          "I4: money stays set aside: " + accounts);
      long captures =
          accounts.stream()
              .flatMap(account -> account.get("movements").valueStream())
              .filter(movement -> movement.get("kind").asString().equals("CAPTURED"))
              .count();
      check(found, captures <= 1, "I5: " + captures + " captures");
    }

    private static long sum(List<JsonNode> accounts, String figure) {
      return accounts.stream().mapToLong(account -> account.get(figure).asLong()).sum();
    }

    private static void check(List<String> found, boolean kept, String otherwise) {
      if (!kept) {
        found.add(otherwise);
      }
    }
  }
}
