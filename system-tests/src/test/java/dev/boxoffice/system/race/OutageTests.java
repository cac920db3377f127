package dev.boxoffice.system.race;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.system.fault.Condition;
import dev.boxoffice.system.race.history.BookingRecord;
import dev.boxoffice.system.race.history.Command;
import dev.boxoffice.system.race.history.Operation;
import dev.boxoffice.system.race.history.Told;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sale goes on while something that it needs is away for long. */
class OutageTests {
  private static final String GOOD_CARD = "pm_card_visa";
  private static final int INTERNAL_SERVER_ERROR = 500;
  private static final int SEATS_PER_ROW = 50;
  private static final int SEATS_PER_BUYER = 5;
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void letEverybodyGo() {
    people.close();
  }

  @Test
  void everyBookingEndsRightAfterTheProviderWasAwayForHalfAMinute() throws Exception {
    int before = 150;
    int meanwhile = 50 * 30;
    int afterwards = 50;
    try (Scene scene =
        new Scene((before + meanwhile + afterwards) / SEATS_PER_ROW, SEATS_PER_ROW)) {
      // The first of a cold system may be told that their payment is on its way.
      assertThat(told(sell(scene, 0, before, 10)))
          .filteredOn(Operation::isOk)
          .hasSizeGreaterThan(before / 2);

      // What is asked meanwhile arrives late, when nobody waits for the answer any more.
      scene.arena.provider().become(new Condition.BlackHole());
      List<CompletableFuture<Operation>> asked = sell(scene, before, meanwhile, 50);
      asked.getLast().join();
      scene.arena.provider().become(new Condition.Sound());

      assertThat(told(asked))
          .noneMatch(confirm -> confirm.told().status() == INTERNAL_SERVER_ERROR);
      await()
          .atMost(SETTLED_WITHIN)
          .until(() -> bookings(scene, BookingRecord.Status.PENDING) == 0);
      assertThat(told(sell(scene, before + meanwhile, afterwards, 10))).allMatch(Operation::isOk);
      scene.isClean();
    }
  }

  @Test
  void salesGoOnWithoutKafkaAndEveryTicketFollows() throws Exception {
    int rate = 10;
    int confirms = rate * 60;
    try (Scene scene = new Scene(confirms / SEATS_PER_ROW, SEATS_PER_ROW)) {
      scene.arena.system().kill(Program.KAFKA);
      assertThat(told(sell(scene, 0, confirms, rate))).allMatch(Operation::isOk);
      assertThat(scene.now().tickets()).isEmpty();

      scene.arena.system().restart(Program.KAFKA);
      scene.isClean();
      assertThat(scene.now().tickets()).hasSize(confirms);
    }
  }

  /** Each buys a seat of their own, from that one on, so many a second. */
  private List<CompletableFuture<Operation>> sell(
      Scene scene, int from, int confirms, int perSecond) {
    List<Client> buyers =
        IntStream.range(0, confirms / SEATS_PER_BUYER)
            .mapToObj(n -> scene.buyer("buyer-" + from + "-" + n))
            .toList();
    return IntStream.range(0, confirms)
        .mapToObj(
            n ->
                CompletableFuture.supplyAsync(
                    () -> buy(scene, buyers.get(n % buyers.size()), from + n),
                    CompletableFuture.delayedExecutor(n * 1000L / perSecond, MILLISECONDS, people)))
        .toList();
  }

  /** The answers to the confirms. */
  private static List<Operation> told(List<CompletableFuture<Operation>> asked) {
    return asked.stream().map(CompletableFuture::join).toList();
  }

  private static Operation buy(Scene scene, Client buyer, int seat) {
    Told.Grant hold =
        scene.granted(
            buyer.ask(seat % Arena.INSTANCES, new Command.Hold(scene.seats(seat, seat + 1), null)));
    return buyer.ask(0, new Command.Confirm(hold.id(), GOOD_CARD, null));
  }

  private static long bookings(Scene scene, BookingRecord.Status status) {
    return scene.now().bookings().stream().filter(booking -> booking.status() == status).count();
  }
}
