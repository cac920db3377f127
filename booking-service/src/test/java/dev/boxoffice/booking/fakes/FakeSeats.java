package dev.boxoffice.booking.fakes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** seat-service's internal routes, over holds that the test makes. */
public final class FakeSeats extends FakeServer {

  public static final UUID STALLS = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private static final Duration PAY_FOR = Duration.ofMinutes(2);

  private final Map<UUID, Hold> holds = new ConcurrentHashMap<>();
  private final Map<String, Integer> calls = new ConcurrentHashMap<>();
  private final Clock clock = Clock.systemUTC();

  public FakeSeats() {
    super(Pattern.compile("/internal/holds/([^/]+)/(pay|unpay|book|return)"));
  }

  /** A hold's life as seat-service sees it. */
  public enum Status {
    ACTIVE,
    PAYING,
    BOOKED,
    EXPIRED
  }

  /** A hold; its seats are row A from number 1. */
  public static final class Hold {
    public final UUID id = UUID.randomUUID();
    public final UUID showId;
    public final String userId;
    public final List<UUID> seatIds;
    final long price;
    final Instant showTime;
    Instant expiresAt;
    Instant payDeadline;
    Status status = Status.ACTIVE;
    @Nullable UUID bookingId;
    int attempt;
    final List<UUID> returned = new ArrayList<>();

    Hold(UUID showId, String userId, int seats, long price, Instant showTime, Instant now) {
      this.showId = showId;
      this.userId = userId;
      this.seatIds = IntStream.range(0, seats).mapToObj(i -> UUID.randomUUID()).toList();
      this.price = price;
      this.showTime = showTime;
      this.expiresAt = now.plus(Duration.ofMinutes(10));
      this.payDeadline = expiresAt;
    }

    boolean isOf(UUID booking, int number) {
      return booking.equals(bookingId) && number == attempt;
    }

    public synchronized Status status() {
      return status;
    }

    public synchronized List<UUID> returned() {
      return List.copyOf(returned);
    }

    public synchronized boolean isBookedBy(UUID booking) {
      return status == Status.BOOKED && booking.equals(bookingId);
    }

    /** Its time is up, whoever is paying for it. */
    public synchronized void expire() {
      status = Status.EXPIRED;
    }

    /** It will be up then, unless somebody is paying by then. */
    public synchronized void expireAt(Instant at) {
      expiresAt = at;
    }
  }

  public Hold hold(String userId, int seats, long price, Duration untilShow) {
    return hold(UUID.randomUUID(), userId, seats, price, untilShow);
  }

  public Hold hold(UUID showId, String userId, int seats, long price, Duration untilShow) {
    var now = clock.instant();
    var hold = new Hold(showId, userId, seats, price, now.plus(untilShow), now);
    holds.put(hold.id, hold);
    return hold;
  }

  /** How often a call was made for a hold. */
  public int calls(String call, Hold hold) {
    return calls.getOrDefault(call + hold.id, 0);
  }

  @Override
  Reply answer(String call, String id, JsonNode body) {
    var hold = holds.get(UUID.fromString(id));
    if (hold == null) {
      return Reply.no(404, "HOLD_NOT_FOUND");
    }
    var booking = UUID.fromString(body.get("bookingId").asString());
    calls.merge(call + hold.id, 1, Integer::sum);
    int attempt = call.equals("return") ? hold.attempt : body.get("attempt").asInt();
    synchronized (hold) {
      expireByTime(hold);
      return switch (call) {
        case "pay" -> pay(hold, booking, attempt, body.get("userId").asString());
        case "unpay" -> unpay(hold, booking, attempt);
        case "book" -> book(hold, booking, attempt);
        case "return" -> giveBack(hold, booking, body.get("seatIds"));
        default -> Reply.no(404, "NOT_FOUND");
      };
    }
  }

  private void expireByTime(Hold hold) {
    if (hold.status == Status.ACTIVE && !clock.instant().isBefore(hold.expiresAt)) {
      hold.status = Status.EXPIRED;
    }
  }

  private Reply pay(Hold hold, UUID booking, int attempt, String userId) {
    if (!hold.userId.equals(userId)) {
      return Reply.no(404, "HOLD_NOT_FOUND");
    }
    if (hold.status == Status.EXPIRED
        || (hold.status == Status.ACTIVE && attempt <= hold.attempt)
        || (hold.status != Status.ACTIVE && !hold.isOf(booking, attempt))) {
      return Reply.no(409, "HOLD_EXPIRED");
    }
    if (hold.status == Status.ACTIVE) {
      hold.status = Status.PAYING;
      hold.bookingId = booking;
      hold.attempt = attempt;
      hold.payDeadline = clock.instant().plus(PAY_FOR);
    }
    return Reply.ok(paying(hold));
  }

  private static Map<String, Object> paying(Hold hold) {
    var items = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < hold.seatIds.size(); i++) {
      items.add(
          Map.of(
              "seatId",
              hold.seatIds.get(i),
              "sectionId",
              STALLS,
              "section",
              "Stalls",
              "row",
              "A",
              "number",
              Integer.toString(i + 1),
              "price",
              hold.price));
    }
    var paying = new HashMap<String, Object>();
    paying.put("holdId", hold.id);
    paying.put("showId", hold.showId);
    paying.put("userId", hold.userId);
    paying.put("status", hold.status);
    paying.put("expiresAt", hold.expiresAt.toString());
    paying.put("payDeadline", hold.payDeadline.toString());
    paying.put("items", items);
    paying.put("totalAmount", hold.price * hold.seatIds.size());
    paying.put("currency", "INR");
    paying.put("showTime", hold.showTime.toString());
    return paying;
  }

  private static Reply unpay(Hold hold, UUID booking, int attempt) {
    if (hold.status == Status.BOOKED) {
      return Reply.no(409, "HOLD_BOOKED");
    }
    if (hold.status == Status.PAYING && hold.isOf(booking, attempt)) {
      hold.status = Status.ACTIVE;
    }
    return Reply.ok(
        Map.of(
            "status",
            hold.status == Status.EXPIRED ? "EXPIRED" : "ACTIVE",
            "expiresAt",
            hold.expiresAt.toString()));
  }

  private Reply book(Hold hold, UUID booking, int attempt) {
    if (!hold.isOf(booking, attempt)
        || (hold.status != Status.PAYING && hold.status != Status.BOOKED)) {
      return Reply.no(409, "HOLD_EXPIRED");
    }
    hold.status = Status.BOOKED;
    return Reply.ok(
        Map.of(
            "holdId",
            hold.id,
            "bookingId",
            booking,
            "seatIds",
            hold.seatIds,
            "bookedAt",
            clock.instant().toString()));
  }

  private static Reply giveBack(Hold hold, UUID booking, JsonNode seatIds) {
    if (hold.status != Status.BOOKED || !booking.equals(hold.bookingId)) {
      return Reply.no(409, "HOLD_EXPIRED");
    }
    var asked = seatIds.valueStream().map(id -> UUID.fromString(id.asString())).toList();
    asked.stream().filter(id -> !hold.returned.contains(id)).forEach(hold.returned::add);
    return Reply.ok(Map.of("seatIds", asked));
  }
}
