package dev.boxoffice.system.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The hard promise, from outside: many want the same seat at the same second. */
class OneSeatManyBuyersTests {
  private static final int BUYERS = 200;

  private final Platform platform = Platform.running();
  private final Show show = platform.publishes(Plans.house("Race house", 1, 2, 10));

  @Test
  void givesOneSeatToExactlyOneOfTwoHundred() throws Exception {
    String seat = show.availableSeats(1).getFirst();
    assertExactlyOneGot(seat, everybodyHolds(seat, () -> {}));
  }

  @Test
  void givesOneSeatToExactlyOneWithAllRedisKeysFlushedInTheMiddle() throws Exception {
    assumeTrue(platform.showsRedis(), "needs a system whose Redis can be reached");
    String seat = show.availableSeats(1).getFirst();
    assertExactlyOneGot(seat, everybodyHolds(seat, platform::flushRedis));
  }

  private List<Answer> everybodyHolds(String seat, Runnable inTheMiddle)
      throws InterruptedException, ExecutionException {
    List<Person> buyers = platform.buyers(BUYERS);
    CountDownLatch halfWay = new CountDownLatch(BUYERS / 2);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (Person buyer : buyers) {
        answers.add(
            threads.submit(
                () -> {
                  go.await();
                  Answer answer = buyer.holds(show.showId(), List.of(seat));
                  halfWay.countDown();
                  return answer;
                }));
      }
      go.countDown();
      halfWay.await();
      inTheMiddle.run();
      List<Answer> all = new ArrayList<>();
      for (Future<Answer> answer : answers) {
        all.add(answer.get());
      }
      // After the flush somebody else asks once more: what Redis forgot, Postgres has not.
      all.add(platform.buyer("latecomer").holds(show.showId(), List.of(seat)));
      return all;
    }
  }

  private static void assertExactlyOneGot(String seat, List<Answer> answers) {
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .hasSize(BUYERS)
        .allSatisfy(
            answer ->
                assertThat(answer.refused(409, "SEATS_UNAVAILABLE").strings("seatIds"))
                    .containsExactly(seat));
  }
}
