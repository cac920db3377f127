package dev.boxoffice.seat.seatmap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.boxoffice.seat.sale.SeatIdBase;
import dev.boxoffice.seat.sale.SeatsLaid;
import dev.boxoffice.seat.sale.ShowId;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The static parts of the seat maps asked for lately, each read once and kept. */
@Component
class SeatPlans {
  private static final int ABSENT_MAX = 10_000;

  /** Less than it takes for the word of an open show to come round. */
  private static final Duration ABSENT_FOR = Duration.ofMillis(100);

  private final SeatMapLedger ledger;
  private final JsonMapper json;
  private final Cache<ShowId, SeatPlan> plans;

  /** Shows that had no seats a moment ago: made-up ids are no way to keep Postgres busy. */
  private final Cache<ShowId, Boolean> absent;

  SeatPlans(SeatMapLedger ledger, JsonMapper json, SeatMapSettings settings, Clock clock) {
    this.ledger = ledger;
    this.json = json;
    this.plans =
        Caffeine.newBuilder()
            .maximumWeight(settings.planBytesMax())
            .weigher((ShowId showId, SeatPlan plan) -> Math.toIntExact(plan.bytes()))
            .build();
    this.absent =
        Caffeine.newBuilder()
            .maximumSize(ABSENT_MAX)
            .expireAfterWrite(ABSENT_FOR)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** The show's plan, or null as long as it has no seats here; seats are seen a moment later. */
  @Nullable SeatPlan find(ShowId showId) {
    SeatPlan known = plans.getIfPresent(showId);
    return known == null ? plans.asMap().computeIfAbsent(showId, this::loadUnlessAbsent) : known;
  }

  /** Who asked for the map while the show was made ready has it as soon as anybody. */
  @TransactionalEventListener
  void seatsAreLaid(SeatsLaid laid) {
    // Waits for whoever is just finding that there are none.
    plans.invalidate(laid.showId());
    absent.invalidate(laid.showId());
  }

  private @Nullable SeatPlan loadUnlessAbsent(ShowId showId) {
    if (absent.getIfPresent(showId) != null) {
      return null;
    }
    SeatPlan plan = load(showId);
    if (plan == null) {
      absent.put(showId, true);
    }
    return plan;
  }

  private @Nullable SeatPlan load(ShowId showId) {
    SeatMapLedger.ShowRow show = ledger.show(showId);
    if (show == null) {
      return null;
    }
    JsonNode layout = json.readTree(show.layout());
    SeatIdBase seatIds = new SeatIdBase(show.seatIdBase());
    List<SeatMapLedger.SeatRow> seats = ledger.seats(showId);
    List<SectionPlan> sections = new ArrayList<>();
    for (SeatMapLedger.SectionRow row : ledger.sections(showId)) {
      int end = row.firstSeatIndex() + row.seatCount();
      sections.add(
          section(row, layout, sections.size(), seatIds, seats.subList(row.firstSeatIndex(), end)));
    }
    return new SeatPlan(
        showId, show.eventId(), seatIds, seats.size(), head(showId, show, layout), sections);
  }

  private String head(ShowId showId, SeatMapLedger.ShowRow show, JsonNode layout) {
    JsonNode shapes = layout.path("shapes");
    ObjectNode head = json.createObjectNode().put("showId", showId.toString());
    var _ =
        head.putObject("venue")
            .put("venueId", show.venueId().toString())
            .put("name", show.venueName())
            .set("width", layout.path("width"))
            .set("height", layout.path("height"))
            .set("shapes", shapes.isArray() ? shapes : json.createArrayNode());
    var _ = head.put("currency", show.currency());
    return open(head);
  }

  private SectionPlan section(
      SeatMapLedger.SectionRow row,
      JsonNode layout,
      int position,
      SeatIdBase seatIds,
      List<SeatMapLedger.SeatRow> seats) {
    ObjectNode head =
        json.createObjectNode()
            .put("sectionId", row.sectionId().toString())
            .put("name", row.name())
            .put("zone", row.zone())
            .put("priceCategory", row.priceCategory())
            .put("generalAdmission", row.generalAdmission());
    String color = color(layout, position, row.priceCategory());
    if (color != null) {
      var _ = head.put("color", color);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(seats.size() * 120);
    Map<String, String> quoted = new HashMap<>();
    int[] gaps = new int[seats.size()];
    for (int i = 0; i < gaps.length; i++) {
      SeatMapLedger.SeatRow seat = seats.get(i);
      out.writeBytes(utf8((i == 0 ? "" : ",") + beforeStatus(seat, seatIds, quoted)));
      gaps[i] = out.size();
      out.writeBytes(utf8("\"}"));
    }
    return new SectionPlan(
        row.sectionId(), row.firstSeatIndex(), utf8(open(head)), out.toByteArray(), gaps);
  }

  /** The colour the section has in the layout, or its price category's. */
  private static @Nullable String color(JsonNode layout, int position, String priceCategory) {
    String own = layout.path("sections").path(position).path("color").asString("");
    if (!own.isEmpty()) {
      return own;
    }
    for (JsonNode category : layout.path("categories")) {
      if (category.path("name").asString("").equals(priceCategory)) {
        return category.path("color").asString(null);
      }
    }
    return null;
  }

  private String beforeStatus(
      SeatMapLedger.SeatRow seat, SeatIdBase seatIds, Map<String, String> quoted) {
    StringBuilder text = new StringBuilder(160);
    text.append("{\"seatId\":\"").append(seatIds.seat(seat.seatIndex()).value());
    // What changes from seat to seat first, then what a row shares: this halves the compressed map.
    text.append("\",\"number\":").append(quote(seat.number(), quoted));
    text.append(",\"x\":").append(plain(seat.x()));
    text.append(",\"row\":").append(seat.row() == null ? "null" : quote(seat.row(), quoted));
    text.append(",\"y\":").append(plain(seat.y()));
    if (seat.block() != null) {
      text.append(",\"block\":").append(quote(seat.block(), quoted));
    }
    text.append(seat.accessible() ? ",\"accessible\":true" : "");
    text.append(seat.companion() ? ",\"companion\":true" : "");
    text.append(seat.restrictedView() ? ",\"restrictedView\":true" : "");
    return text.append(",\"status\":\"").toString();
  }

  private String quote(String text, Map<String, String> quoted) {
    return quoted.computeIfAbsent(text, json::writeValueAsString);
  }

  /** A coordinate as short as it can be written, without an exponent. */
  private static String plain(float coordinate) {
    return new BigDecimal(Float.toString(coordinate)).stripTrailingZeros().toPlainString();
  }

  /** An object without its closing brace: more members follow. */
  private String open(ObjectNode node) {
    String text = json.writeValueAsString(node);
    return text.substring(0, text.length() - 1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
