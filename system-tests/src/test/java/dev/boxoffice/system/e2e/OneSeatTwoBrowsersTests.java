package dev.boxoffice.system.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people, two browsers, one seat: the one who loses is told which. */
class OneSeatTwoBrowsersTests {
  private Chromium chromium;
  private Platform platform;
  private Show show;

  @BeforeEach
  void start() {
    chromium = Chromium.running();
    platform = Platform.running();
    show = platform.publishes(Plans.house("Duel house", 1, 2, 10));
  }

  @Test
  void tellsTheLoserWhichSeat() {
    List<String> seat = show.availableSeats(1);
    try (Visitor alice = chromium.visitor(platform.gateway()).expectingARefusal(409);
        Visitor bob = chromium.visitor(platform.gateway()).expectingARefusal(409)) {
      List<Visitor> both = List.of(alice, bob);
      sitDown(alice, "alice", seat);
      sitDown(bob, "bob", seat);
      both.forEach(Visitor::triesToHold);
      both.forEach(
          one -> one.page().waitForCondition(() -> one.isAtTheCheckout() || one.isRefused()));

      assertThat(both).filteredOn(Visitor::isAtTheCheckout).hasSize(1);
      Visitor loser = both.stream().filter(one -> !one.isAtTheCheckout()).findFirst().orElseThrow();
      assertThat(loser.refusal().textContent())
          .contains("Somebody was quicker", "row A, seat 1 has just been taken");
    }
  }

  @Test
  void tellsTheOneWhoseRequestCameAMomentTooLate() {
    List<String> seats = show.sectionSeats().stream().skip(3).limit(2).map(Show::idOf).toList();
    try (Visitor olga = chromium.visitor(platform.gateway()).expectingARefusal(409)) {
      sitDown(olga, "olga", seats);
      olga.page()
          .route(
              "**/v1/bookings/hold",
              route -> {
                platform.buyer("quick").holds(show.showId(), seats.subList(1, 2)).expect(201);
                route.resume();
              });
      olga.triesToHold();
      olga.refusal().waitFor();

      assertThat(olga.refusal().textContent())
          .contains("row A, seat 5 has just been taken")
          .doesNotContain("seat 4");
      assertThat(olga.page().locator(".basket .chosen").textContent())
          .as("the other seat is still chosen")
          .contains("row A, seat 4");
    }
  }

  @Test
  void tellsWhoOnlyWatches() {
    List<String> seat = show.sectionSeats().stream().skip(12).limit(1).map(Show::idOf).toList();
    try (Visitor alice = chromium.visitor(platform.gateway())) {
      alice.opensTheSeatsOf(show);
      alice.chooses(seat);
      platform.buyer("quick").holds(show.showId(), seat).expect(201);
      alice.refusal().waitFor();

      assertThat(alice.refusal().textContent()).contains("row B, seat 3 has just been taken");
    }
  }

  private void sitDown(Visitor visitor, String name, List<String> seats) {
    visitor.opensTheSeatsOf(show);
    visitor.signsInFromTheHead(name);
    visitor.page().locator(".house[data-seats]").waitFor();
    visitor.chooses(seats);
    assertThat(visitor.page().locator("#hold").isEnabled()).isTrue();
  }
}
