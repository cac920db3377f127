package dev.boxoffice.system.purchase;

import dev.boxoffice.system.client.Http;
import dev.boxoffice.system.client.Show;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Sells a show, seat after seat: nobody wants what another does. */
final class Sale {
  private static final int CREATED = 201;
  private static final String GOOD_CARD = "pm_card_visa";

  private final Http http;
  private final URI gateway;
  private final Show show;
  private final List<String> tokens;
  private final int seatsPerBooking;
  private final AtomicInteger next = new AtomicInteger();
  private final Queue<Purchase> done = new ConcurrentLinkedQueue<>();

  /**
   * A sale.
   *
   * @param tokens of users, each for as many seats as one may have
   */
  Sale(Http http, URI gateway, Show show, List<String> tokens, int seatsPerBooking) {
    this.http = http;
    this.gateway = gateway;
    this.show = show;
    this.tokens = List.copyOf(tokens);
    this.seatsPerBooking = seatsPerBooking;
  }

  /**
   * What became of one attempt.
   *
   * @param status of the last answer; 0 if none came
   * @param holdNanos until the hold was answered
   * @param confirmNanos from then until the confirm was; 0 if nobody confirmed
   */
  record Purchase(int status, long holdNanos, long confirmNanos) {
    boolean succeeded() {
      return status == CREATED;
    }
  }

  /** How it went, from the first request to the last answer. */
  record Run(List<Purchase> purchases, double seconds) {
    double perSecond() {
      return purchases.stream().filter(Purchase::succeeded).count() / seconds;
    }
  }

  /** Sells until the time is over or the seats are. */
  Run run(int clients, Duration lasts, boolean confirm) {
    long started = System.nanoTime();
    long end = started + lasts.toNanos();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < clients; n++) {
        people.execute(() -> buyUntil(end, confirm));
      }
    }
    return new Run(List.copyOf(done), (System.nanoTime() - started) / 1e9);
  }

  private void buyUntil(long end, boolean confirm) {
    while (System.nanoTime() < end) {
      int first = next.getAndAdd(seatsPerBooking);
      if (first + seatsPerBooking > show.seatIds().size()) {
        return;
      }
      done.add(buy(first, confirm));
    }
  }

  private Purchase buy(int first, boolean confirm) {
    String token = tokens.get(first / show.limit() % tokens.size());
    long started = System.nanoTime();
    Optional<Http.Answer> hold =
        post(
            "/v1/bookings/hold",
            token,
            Map.of(
                "showId",
                show.showId(),
                "seatIds",
                show.seatIds().subList(first, first + seatsPerBooking)));
    long held = System.nanoTime();
    if (!confirm || status(hold) != CREATED) {
      return new Purchase(status(hold), held - started, 0);
    }
    String holdId = hold.orElseThrow().json().required("holdId").asString();
    Optional<Http.Answer> booking =
        post("/v1/bookings/confirm", token, Map.of("holdId", holdId, "paymentMethodId", GOOD_CARD));
    return new Purchase(status(booking), held - started, System.nanoTime() - held);
  }

  private Optional<Http.Answer> post(String path, String token, Map<String, ?> body) {
    try {
      return Optional.of(http.send("POST", gateway.resolve(path), token, body, Map.of()));
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }

  private static int status(Optional<Http.Answer> answer) {
    return answer.map(Http.Answer::status).orElse(0);
  }
}
