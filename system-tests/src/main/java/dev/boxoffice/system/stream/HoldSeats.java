package dev.boxoffice.system.stream;

import dev.boxoffice.system.client.Show;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Changes a show's seats at a steady rate, whatever becomes of it, through all instances. */
final class HoldSeats {
  /** As many as one may have; a few holds a second are enough then. */
  private static final int SEATS_PER_HOLD = 4;

  private static final int SLOW = 40;
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

  private final StreamSystem system;
  private final Show show;
  private final List<URI> instances;
  private int nextSeat;
  private int nextUser;

  HoldSeats(StreamSystem system, Show show, int instances) {
    this.system = system;
    this.show = show;
    this.instances = new ArrayList<>();
    for (int i = 0; i < instances; i++) {
      this.instances.add(system.instance(i).resolve("/v1/bookings/hold"));
    }
  }

  /** Holds so many seats a second; returns the indexes of those that are held. */
  List<Integer> hold(int perSecond, Duration lasts) {
    int seatsPerHold = perSecond < SLOW ? 1 : SEATS_PER_HOLD;
    int holds = (int) Math.max(1, perSecond * lasts.toMillis() / 1000 / seatsPerHold);
    List<HttpRequest> requests = new ArrayList<>();
    List<Integer> held = new ArrayList<>();
    for (int i = 0; i < holds; i++) {
      List<UUID> seats = show.seatIds().subList(nextSeat, nextSeat + seatsPerHold);
      nextSeat += seatsPerHold;
      seats.forEach(seat -> held.add(SeatIndex.of(seat)));
      requests.add(request(i % instances.size(), seats));
    }
    List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      long began = System.nanoTime();
      for (int i = 0; i < holds; i++) {
        long due = began + lasts.toNanos() * i / holds;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        answers.add(client.sendAsync(requests.get(i), HttpResponse.BodyHandlers.discarding()));
      }
      for (CompletableFuture<HttpResponse<Void>> answer : answers) {
        int status = answer.join().statusCode();
        if (status != 201) {
          throw new IllegalStateException("a hold was answered " + status);
        }
      }
    }
    return held;
  }

  private HttpRequest request(int instance, List<UUID> seats) {
    String seatIds =
        seats.stream().map(seat -> "\"" + seat + "\"").collect(Collectors.joining(","));
    return HttpRequest.newBuilder(instances.get(instance))
        .timeout(ANSWER_WITHIN)
        .header("Authorization", "Bearer " + system.token("load-" + nextUser++))
        .header("Content-Type", "application/json")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "{\"showId\":\"" + show.showId() + "\",\"seatIds\":[" + seatIds + "]}"))
        .build();
  }
}
