package dev.boxoffice.system.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job once more, as somebody before a browser does it. */
class BuyInTheBrowserTests {
  private Chromium chromium;
  private Platform platform;
  private Show show;

  @BeforeEach
  void start() {
    chromium = Chromium.running();
    platform = Platform.running();
    show = platform.publishes(Plans.house("Playhouse", 2, 6, 12));
  }

  @Test
  void findsAnEventBuysTwoSeatsAndShowsTheirCodes() {
    List<String> seats = show.availableSeats(2);
    try (Visitor alice = chromium.visitor(platform.gateway())) {
      alice.findsByWords(uniqueWordOf(show));
      alice.opensTheSeats();
      alice.chooses(seats);
      alice.holds();
      alice.fillsInTheIssuersForm("alice");
      alice.waitsForTheCheckout();
      assertThat(alice.page().locator(".clock .digits").textContent()).matches("[0-9]+:[0-5][0-9]");
      alice.pays("Visa 4242");

      assertThat(alice.codes().count()).isEqualTo(2);
      List<String> codes =
          alice.codes().all().stream().map(code -> ShownCode.read(code.screenshot())).toList();
      Person door = platform.staff("sam");
      for (String code : codes) {
        assertThat(
                door.post("/v1/check-in", Map.of("qr", code, "showId", show.showId()))
                    .expect(200)
                    .string("result"))
            .isEqualTo("ADMITTED");
      }
    }
  }

  @Test
  void keepsTheSeatsWhenACardIsDeclinedAndFindsTheWayBackToTheBankForTheNext() {
    try (Visitor bob = chromium.visitor(platform.gateway()).expectingARefusal(402)) {
      bob.opensTheSeatsOf(show);
      bob.signsInFromTheHead("bob");
      bob.page().getByRole(AriaRole.BUTTON, named("Find together")).click();
      bob.waitsForTheCheckout();
      String total = bob.page().locator(".summary-card .sum b").textContent();
      bob.pays("Visa 9995");
      bob.refusal().waitFor();
      assertThat(bob.refusal().textContent()).contains("not enough money on this card");

      bob.pays("Visa 3220");
      bob.page().getByRole(AriaRole.BUTTON, named("Approve")).waitFor();
      bob.open("/bookings");
      bob.page().locator(".booking a").first().click();
      bob.page().getByRole(AriaRole.LINK, named("Go on at your bank")).click();
      bob.page().getByRole(AriaRole.BUTTON, named("Approve")).click();
      assertThat(bob.codes().count()).isEqualTo(2);

      bob.page().getByRole(AriaRole.BUTTON, named("Cancel tickets")).click();
      assertThat(bob.page().locator("dialog .sum").textContent()).isEqualTo("You get back" + total);
      bob.page().getByRole(AriaRole.BUTTON, named("Cancel these tickets")).click();
      bob.page().getByRole(AriaRole.HEADING, named("Cancelled")).waitFor();
      bob.open("/bookings");
      assertThat(bob.page().locator(".booking").first().textContent()).contains("Cancelled");
    }
  }

  @Test
  void drawsAStadiumOfFiftyThousandSeats() {
    Show stadium = platform.publishes(Plans.house("Great stadium", 10, 50, 100));
    try (Visitor visitor = chromium.visitor(platform.gateway())) {
      visitor.opensTheSeatsOf(stadium);
      assertThat(visitor.page().locator(".house").getAttribute("data-seats")).isEqualTo("50000");
      visitor.chooses(stadium.availableSeats(1));
      assertThat(visitor.page().locator(".basket .chosen").textContent()).contains("row A, seat 1");
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  /** The one in the description that no other event has. */
  private static String uniqueWordOf(Show show) {
    String description =
        show.visitor().get("/v1/events/" + show.eventId()).expect(200).string("description");
    return description.substring(description.lastIndexOf(' ') + 1);
  }
}
