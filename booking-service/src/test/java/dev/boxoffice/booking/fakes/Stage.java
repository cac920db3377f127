package dev.boxoffice.booking.fakes;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service under test with everything around it: real servers, and fakes of its neighbours. */
@IntegrationTest(
    properties = {
      "boxoffice.purchase.answer-within=PT2S",
      "boxoffice.cancellation.answer-within=PT2S",
      "boxoffice.cancellation.show-every=PT0.2S",
      "boxoffice.recovery.every=PT0.05S",
      "boxoffice.recovery.first-retry-after=PT0.1S"
    })
public abstract class Stage {

  protected static final FakeSeats SEATS = new FakeSeats();
  protected static final FakeTickets TICKETS = new FakeTickets();
  protected static final Duration IN_TWO_DAYS = Duration.ofDays(2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  protected final TestClient client;

  protected Stage(TestClient client) {
    this.client = client;
  }

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry registry) {
    registry.add("boxoffice.services.seat", SEATS::url);
    registry.add("boxoffice.services.ticket", TICKETS::url);
  }

  protected Answer confirm(FakeSeats.Hold hold, String method) {
    return client
        .as(hold.userId)
        .post("/v1/bookings/confirm", Map.of("holdId", hold.id, "paymentMethodId", method));
  }

  /** A confirmed booking of that hold. */
  protected UUID booked(FakeSeats.Hold hold) {
    return UUID.fromString(confirm(hold, FakeProvider.PAYS).expect(201).field("bookingId"));
  }

  protected Answer booking(String userId, UUID bookingId) {
    return client.as(userId).get("/v1/bookings/" + bookingId);
  }

  /** Waits until the buyer's booking has that status, and gives it back. */
  @CanIgnoreReturnValue
  protected Answer awaitStatus(String userId, UUID bookingId, String status) {
    return until(
        () -> {
          var answer = booking(userId, bookingId).expect(200);
          return answer.field("status").equals(status) ? answer : null;
        });
  }

  /** Waits for something to be there. */
  @CanIgnoreReturnValue
  protected static <T> T until(Callable<T> found) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(found, it -> it != null && !Boolean.FALSE.equals(it));
  }

  /** Answers to requests made at once, which know their number. */
  protected static List<Answer> atOnce(int times, IntFunction<Answer> request) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, times)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> request.apply(i), threads))
              .toList();
      return answers.stream().map(CompletableFuture::join).toList();
    }
  }
}
