package dev.boxoffice.system.e2e;

import static org.awaitility.Awaitility.await;

import dev.boxoffice.contract.ApiContract;
import dev.boxoffice.local.launcher.LocalSystem;
import dev.boxoffice.local.launcher.PortPlan;
import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.local.launcher.StateDir;
import dev.boxoffice.local.launcher.SystemAccess;
import dev.boxoffice.local.stack.Repository;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The whole of Boxoffice, started once for all stories from the built jars, on free ports; or the
 * one that runs already and whose state lies where {@code BOXOFFICE_E2E_STATE} says.
 */
final class Platform {
  static final long PRICE_OF_CATEGORY_1 = 150_000;

  /** Long enough to pay in, short enough to wait for. */
  private static final String HOLD_FOR = "PT20S";

  private static final Duration OPENS_WITHIN = Duration.ofSeconds(60);

  private static @Nullable Platform running;
  private static boolean failedToStart;

  private final SystemAccess system;
  private final boolean startedHere;
  private final Clock clock = Clock.systemUTC();

  private final ApiContract contract;

  private Platform(SystemAccess system, boolean startedHere) {
    this.system = system;
    this.startedHere = startedHere;
    this.contract =
        ApiContract.of(new Person(gateway(), null, null).get("/v1/openapi").expect(200).body());
  }

  /** The one system of this run; it ends with the JVM. */
  static synchronized Platform running() {
    Platform platform = running;
    if (platform == null) {
      // One try is enough: each would fail for the same reason, and slowly.
      if (failedToStart) {
        throw new IllegalStateException("the system did not start; see the first failure");
      }
      failedToStart = true;
      platform = of(System.getenv("BOXOFFICE_E2E_STATE"));
      failedToStart = false;
      running = platform;
    }
    return platform;
  }

  private static Platform of(@Nullable String stateOfRunning) {
    if (stateOfRunning != null && !stateOfRunning.isEmpty()) {
      StateDir state = StateDir.at(Repository.root().resolve(stateOfRunning));
      return new Platform(SystemAccess.of(state), false);
    }
    LocalSystem started =
        LocalSystem.start(
            StateDir.emptied(state().folder()),
            PortPlan.free(),
            Map.of("BOXOFFICE_SEAT_HOLDFOR", HOLD_FOR, "BOXOFFICE_SEAT_SWEEPEVERY", "PT1S"));
    return new Platform(started.access(), true);
  }

  /**
   * Among what the build made, where the logs of a failed run are found and the next run or {@code
   * clean} takes it away.
   */
  static StateDir state() {
    return StateDir.at(Repository.root().resolve("system-tests/target/e2e"));
  }

  URI gateway() {
    return system.ports().url(Program.GATEWAY);
  }

  Person visitor() {
    return new Person(gateway(), null, contract);
  }

  Person buyer(String name) {
    return new Person(gateway(), system.tokens().mint(name), contract);
  }

  List<Person> buyers(int number) {
    List<Person> buyers = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      buyers.add(buyer("buyer-" + i));
    }
    return buyers;
  }

  Person organiser() {
    return new Person(gateway(), system.tokens().mint("olga", "ORGANISER"), contract);
  }

  Person staff(String name) {
    return new Person(gateway(), system.tokens().mint(name, "STAFF"), contract);
  }

  /** Publishes a show of this plan, three days from now, and waits until it is open. */
  Show publishes(Map<String, Object> plan) {
    return publishes(plan, clock.instant().plus(Duration.ofDays(3)));
  }

  /** The same with a waiting room in this mode. */
  Show publishes(Map<String, Object> plan, String queueMode) {
    return publishes(plan, clock.instant().plus(Duration.ofDays(3)), queueMode);
  }

  Show publishes(Map<String, Object> plan, Instant showTime) {
    return publishes(plan, showTime, "OFF");
  }

  private Show publishes(Map<String, Object> plan, Instant showTime, String queueMode) {
    Person olga = organiser();
    String venueId =
        olga.post(
                "/v1/venues",
                Map.of(
                    "name",
                    plan.get("name"),
                    "city",
                    "Mumbai",
                    "timezone",
                    "Asia/Kolkata",
                    "plan",
                    plan))
            .expect(201)
            .string("venueId");
    String eventId =
        olga.post(
                "/v1/events",
                Map.of(
                    "title",
                    "An evening of tests",
                    "description",
                    "Played by people with many questions " + UUID.randomUUID(),
                    "category",
                    "theater",
                    "venueId",
                    venueId,
                    "startDate",
                    showTime.toString().substring(0, 10)))
            .expect(201)
            .string("eventId");
    Answer published =
        olga.post(
                "/v1/events/" + eventId + "/shows",
                Map.of(
                    "showTime",
                    showTime.toString(),
                    "currency",
                    "INR",
                    "queue",
                    queueMode,
                    "prices",
                    prices(plan)))
            .expect(201);
    String showId = published.string("showId");
    await().atMost(OPENS_WITHIN).until(() -> statusOf(eventId, showId).equals("OPEN"));
    return new Show(visitor(), eventId, showId);
  }

  private String statusOf(String eventId, String showId) {
    return visitor()
        .getFresh("/v1/events/" + eventId + "/shows")
        .expect(200)
        .body()
        .required("items")
        .valueStream()
        .filter(show -> show.required("showId").asString().equals(showId))
        .map(show -> show.required("status").asString())
        .findFirst()
        .orElse("none");
  }

  private static Map<String, Long> prices(Map<String, Object> plan) {
    Map<String, Long> prices = new TreeMap<>();
    long price = PRICE_OF_CATEGORY_1;
    for (Object category : (List<?>) plan.getOrDefault("categories", List.of())) {
      prices.put(String.valueOf(((Map<?, ?>) category).get("name")), price);
      price += 50_000;
    }
    return prices;
  }

  /** What the payment provider's own books say of one booking. */
  JsonNode ledgerOf(String bookingId) {
    return new Person(system.ports().url(Program.PAYMENTS), system.secrets().paymentKey(), null)
        .get("/ledger/summary")
        .expect(200)
        .body()
        .required("accounts")
        .valueStream()
        .filter(account -> account.at("/metadata/bookingId").asString("").equals(bookingId))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Whether Redis can be reached from here. Of a system in containers it cannot, whatever else may
   * listen on its usual port; one that was started here must show it.
   */
  boolean showsRedis() {
    if (startedHere) {
      return true;
    }
    try (RedisClient client = RedisClient.create(redis());
        var connection = client.connect()) {
      return "PONG".equals(connection.sync().ping());
    } catch (RedisConnectionException notOurs) {
      return false;
    }
  }

  private RedisURI redis() {
    return RedisURI.builder()
        .withHost("127.0.0.1")
        .withPort(system.ports().of(Program.REDIS))
        .withPassword(system.secrets().redisPassword().toCharArray())
        .build();
  }

  /** Makes Redis forget everything, as a failover without a replica does. */
  void flushRedis() {
    try (RedisClient client = RedisClient.create(redis());
        var connection = client.connect()) {
      String answer = connection.sync().flushall();
      if (!"OK".equals(answer)) {
        throw new IllegalStateException("FLUSHALL answered " + answer);
      }
    }
  }
}
