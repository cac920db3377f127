package dev.boxoffice.system.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Somebody before a browser of their own. Whatever the browser complains of is remembered. */
final class Visitor implements AutoCloseable {
  private static final double WITHIN_MILLISECONDS = 45_000;

  private final URI gateway;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final Set<Integer> expectedRefusals = new HashSet<>();

  Visitor(URI gateway, BrowserContext context) {
    this.gateway = gateway;
    this.context = context;
    context.setDefaultTimeout(WITHIN_MILLISECONDS);
    this.page = context.newPage();
    page.onConsoleMessage(this::hear);
    page.onPageError(complaints::add);
  }

  Page page() {
    return page;
  }

  /** Chromium itself notes every refused call as an error; a story says which ones it is about. */
  Visitor expectingARefusal(int status) {
    expectedRefusals.add(status);
    return this;
  }

  private void hear(ConsoleMessage message) {
    boolean bad = message.type().equals("error") || message.type().equals("warning");
    boolean expected =
        expectedRefusals.stream()
            .anyMatch(
                status ->
                    message
                        .text()
                        .startsWith(
                            "Failed to load resource: the server responded with a status of "
                                + status
                                + " "));
    if (bad && !expected) {
      complaints.add(message.type() + ": " + message.text() + " at " + message.location());
    }
  }

  void findsByWords(String words) {
    open("/");
    page.getByLabel("What").fill(words);
    page.locator(".summary", new Page.LocatorOptions().setHasText("1 event")).waitFor();
    page.locator(".event").click();
  }

  void opensTheSeats() {
    page.getByRole(AriaRole.LINK, named("Choose seats")).first().click();
    page.locator(".house[data-seats]").waitFor();
  }

  void opensTheSeatsOf(Show show) {
    open("/events/" + show.eventId() + "/shows/" + show.showId());
    page.locator(".house[data-seats]").waitFor();
  }

  void open(String path) {
    page.navigate(gateway.resolve(path).toString());
  }

  void signsInFromTheHead(String name) {
    page.getByRole(AriaRole.BUTTON, named("Sign in")).first().click();
    fillsInTheIssuersForm(name);
    page.locator(".who").waitFor();
  }

  /** On the issuer's own page. */
  void fillsInTheIssuersForm(String name) {
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(name);
    page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
  }

  /** Clicks seats on the canvas, where the map says that they are. */
  void chooses(List<String> seatIds) {
    for (String seatId : seatIds) {
      Map<?, ?> place = (Map<?, ?>) page.evaluate(SEAT_ON_THE_SCREEN, seatId);
      page.mouse().click(number(place, "x"), number(place, "y"));
    }
  }

  private static final String SEAT_ON_THE_SCREEN =
      """
      async (seatId) => {
        const {map, view} = document.querySelector('.seats-page').seatMap;
        view.showSeat(map.indexOf(seatId));
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const {left, top} = document.querySelector('canvas').getBoundingClientRect();
        const {x, y} = view.placeOf(map.indexOf(seatId));
        return {x: left + x, y: top + y};
      }
      """;

  private static double number(Map<?, ?> place, String name) {
    return ((Number) Objects.requireNonNull(place.get(name))).doubleValue();
  }

  void holds() {
    page.getByRole(AriaRole.BUTTON, named("Hold these seats")).click();
  }

  /** Without waiting for the button: in a race it may be gone. */
  void triesToHold() {
    page.evaluate("document.querySelector('#hold').click()");
  }

  boolean isAtTheCheckout() {
    return page.url().contains("/checkout/");
  }

  void waitsForTheCheckout() {
    page.waitForURL(Pattern.compile("/checkout/"));
    page.locator("#pay").waitFor();
  }

  void pays(String card) {
    page.getByLabel(card).check();
    page.locator("#pay").click();
  }

  Locator refusal() {
    return page.locator(".refusal");
  }

  boolean isRefused() {
    return refusal().isVisible();
  }

  Locator codes() {
    Locator codes = page.locator(".ticket img");
    codes.first().waitFor();
    return codes;
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  /** Closes the browser; fails if it complained of anything. */
  @Override
  public void close() {
    context.close();
    assertThat(complaints).as("what the browser complained of").isEmpty();
  }
}
