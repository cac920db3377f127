package dev.boxoffice.booking.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.booking.fakes.CrashStage;
import dev.boxoffice.booking.fakes.FakeSeats;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicEvent;
import dev.boxoffice.testing.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

/** Wherever the run of a cancellation or of its refund dies, the promises are kept. */
@Import(CancellationCrashTests.Crashes.class)
class CancellationCrashTests extends CrashStage {

  private static final String BUYER = "cancelling-carol";
  private static final long PRICE = 45_001;
  private static final Duration HALF_COMES_BACK = Duration.ofHours(10);
  private static final List<String> REFUNDS =
      List.of("", "answer_lost", "request_lost", "declined");

  CancellationCrashTests(TestClient client, JdbcClient jdbc) {
    super(client, jdbc);
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Crashes {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor cancellationCrashes() {
      return CancellationPoints.advisor(POINTS::reached);
    }
  }

  @Test
  void keepsItsPromisesWhereverItDies() {
    var crashes = crashes();
    try (var topic = TopicReader.of(BookingCancelled.TOPIC)) {
      var first = each(crashes, this::cancel);

      awaitRest(
          """
          select count(*)
          from work w
          join cancellation c on c.cancellation_id = w.key
          join booking b using (booking_id)
          where b.user_id = :user
          """,
          BUYER,
          () -> {});
      var again = each(crashes, this::cancel);
      var once = each(crashes, this::cancel);

      var atRest = new AtRest(told(topic));
      var broken = new ArrayList<String>();
      for (int i = 0; i < crashes.size(); i++) {
        var crash = crashes.get(i);
        var found = atRest.broken(crash, again.get(i));
        if (first.get(i).status() == 200 && !first.get(i).body().equals(again.get(i).body())) {
          found.add("I11: the first answer was " + first.get(i));
        }
        if (!again.get(i).body().equals(once.get(i).body())) {
          found.add("I11: asked again: " + again.get(i) + ", then: " + once.get(i));
        }
        found.forEach(what -> broken.add(crash + ": " + what));
      }
      assertThat(broken).isEmpty();
    }
    assertThat(crashes)
        .hasSize(CancellationPoints.ALL.size() * REFUNDS.size() * WEBHOOKS.size() * 2);
    LoggerFactory.getLogger("crashes").info("{} cancellations died and kept faith", crashes.size());
  }

  private record Wish(String card, String point, boolean whole) {}

  private List<CancellationCrash> crashes() {
    var wishes = new ArrayList<Wish>();
    for (var refund : REFUNDS) {
      for (var webhooks : WEBHOOKS) {
        var card = card("pm_card_visa", refund, webhooks, "refund");
        for (var point : CancellationPoints.ALL) {
          wishes.add(new Wish(card, point, true));
          wishes.add(new Wish(card, point, false));
        }
      }
    }
    var holds = wishes.stream().map(it -> SEATS.hold(BUYER, 2, PRICE, HALF_COMES_BACK)).toList();
    var order = new ArrayList<Integer>();
    for (int i = 0; i < wishes.size(); i++) {
      order.add(i);
    }
    var booked = each(order, i -> booked(holds.get(i), wishes.get(i).card()));
    return order.stream()
        .map(
            i -> {
              var wish = wishes.get(i);
              var bookingId = UUID.fromString(booked.get(i).field("bookingId"));
              POINTS.planDeath(bookingId, wish.point());
              return new CancellationCrash(
                  wish.card(), wish.point(), wish.whole(), holds.get(i), bookingId);
            })
        .toList();
  }

  private Answer booked(FakeSeats.Hold hold, String card) {
    var id = UUID.fromString(confirm(hold, card).field("bookingId"));
    return awaitStatus(BUYER, id, "CONFIRMED");
  }

  private Answer cancel(CancellationCrash crash) {
    var seatIds = crash.whole() ? null : Map.of("seatIds", crash.seatIds());
    return client.as(BUYER).send("DELETE", "/v1/bookings/" + crash.bookingId(), seatIds);
  }

  /** What is on record everywhere, once nothing happens any more. */
  private final class AtRest {

    private final Map<String, List<JsonNode>> accounts = LEDGER.accounts();
    private final Set<UUID> revoked = TICKETS.revoked();
    private final Map<String, List<String>> told;

    AtRest(List<TopicEvent> events) {
      told =
          events.stream()
              .filter(event -> event.type().contains("cancelled"))
              .collect(
                  Collectors.groupingBy(
                      TopicEvent::key, Collectors.mapping(TopicEvent::type, Collectors.toList())));
    }

    List<String> broken(CancellationCrash crash, Answer answer) {
      var found = new ArrayList<String>();
      check(found, POINTS.hasDied(crash.bookingId()), "it never died");
      check(found, answer.status() == 200, "the answer is " + answer);
      var status = crash.whole() ? "CANCELLED" : "CONFIRMED";
      check(found, answer.field("status").equals(status), "the booking is " + answer);
      long due = Math.multiplyExact(PRICE, crash.seatIds().size()) / 2;
      check(found, answer.body().get("refundAmount").asLong() == due, "due is " + answer);
      var view = booking(BUYER, crash.bookingId());
      check(
          found,
          view.field("refundStatus").equals(crash.isRefused() ? "FAILED" : "SUCCEEDED"),
          "the refund is " + view.field("refundStatus"));
      check(found, revoked.containsAll(crash.seatIds()), "tickets still open the door");
      check(
          found,
          Set.copyOf(crash.hold().returned()).equals(crash.seatIds()),
          "I2: returned are " + crash.hold().returned());
      money(found, crash.isRefused() ? 0 : due, accounts.get(crash.bookingId().toString()));
      var type = "booking.booking." + (crash.whole() ? "cancelled" : "seats-cancelled");
      check(
          found,
          told.getOrDefault(crash.bookingId().toString(), List.of()).equals(List.of(type)),
          "I8: told " + told.get(crash.bookingId().toString()));
      return found;
    }

    private static void money(
        List<String> found, long refundDue, @Nullable List<JsonNode> accounts) {
      if (accounts == null || accounts.size() != 1) {
        found.add("I5: payments " + accounts);
        return;
      }
      long captured = accounts.getFirst().get("captured").asLong();
      long refunded = accounts.getFirst().get("refunded").asLong();
      check(found, captured == 2 * PRICE, "I5: captured " + captured);
      check(found, refunded == refundDue, "I4: refunded " + refunded + " of " + refundDue);
    }

    private static void check(List<String> found, boolean kept, String otherwise) {
      if (!kept) {
        found.add(otherwise);
      }
    }
  }
}
