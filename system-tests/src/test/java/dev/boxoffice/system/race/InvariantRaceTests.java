package dev.boxoffice.system.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.system.fault.Condition;
import dev.boxoffice.system.race.history.Command;
import dev.boxoffice.system.race.history.HoldRecord;
import dev.boxoffice.system.race.history.Operation;
import dev.boxoffice.system.race.history.SeatRecord;
import dev.boxoffice.system.race.history.SeatStatus;
import dev.boxoffice.system.race.history.Told;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Each promise by itself, at the moment that is hardest for it, on two instances. */
class InvariantRaceTests {
  private static final String GOOD_CARD = "pm_card_visa";
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Steps of a payment after which the seats were asked to be booked. */
  private static final Set<String> BEYOND_BOOKING =
      Set.of("CAPTURE", "RETURN", "VOID", "UNPAY", "CONFIRMED", "DECLINED", "HOLD_ENDED");

  @Test
  void givesASeatToOneOfManyThoughRedisForgetsEverything() throws Exception {
    try (Scene scene = new Scene(1, 4)) {
      for (UUID seat : scene.show.seatIds()) {
        List<Callable<Operation>> crowd = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
          Client buyer = scene.buyer("crowd-" + i);
          int instance = i % Arena.INSTANCES;
          crowd.add(() -> buyer.ask(instance, new Command.Hold(List.of(seat), null)));
        }
        CompletableFuture<Void> flush = CompletableFuture.runAsync(scene.arena::flushRedis);
        assertThat(Crowd.<Operation>together(crowd)).filteredOn(Operation::isOk).hasSize(1);
        flush.join();
      }
      scene.isClean();
    }
  }

  @Test
  void holdsAllSeatsOrNoneWhereWishesOverlap() throws Exception {
    try (Scene scene = new Scene(2, 10)) {
      for (int round = 0; round < 3; round++) {
        // Redis refuses overlaps by itself; without it, the database has to.
        scene.arena.redis().become(new Condition.AnswersSwallowed());
        List<Callable<Operation>> crowd = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
          Client buyer = scene.buyer("overlap-" + round + "-" + i);
          int instance = i % Arena.INSTANCES;
          List<UUID> wish = new ArrayList<>(scene.seats(i, i + 4));
          if (i % 3 == 0) {
            wish = wish.reversed();
          }
          Command.Hold command = new Command.Hold(wish, null);
          crowd.add(() -> buyer.ask(instance, command));
        }
        List<Operation> answers = Crowd.together(crowd);
        scene.arena.redis().become(new Condition.Sound());
        assertThat(answers).anyMatch(Operation::isOk).anyMatch(Operation::isFail);
        for (Operation answer : answers) {
          if (answer.isOk()) {
            scene.releases(scene.buyer(answer.buyer()), scene.granted(answer).id());
          }
        }
      }
      scene.isClean();
    }
  }

  @Test
  void keepsTheLimitWhenOneBuyerAsksEverywhereAtOnce() throws Exception {
    try (Scene scene = new Scene(3, 10)) {
      Client greedy = scene.buyer("greedy");
      List<Callable<Operation>> many = new ArrayList<>();
      for (int i = 0; i < 15; i++) {
        Command.Hold command = new Command.Hold(scene.seats(2 * i, 2 * i + 2), null);
        int instance = i % Arena.INSTANCES;
        many.add(() -> greedy.ask(instance, command));
      }
      assertThat(Crowd.<Operation>together(many)).filteredOn(Operation::isOk).hasSize(3);
      scene.isClean();
    }
  }

  @Test
  void answersTheSameKeyTheSameAtBothInstances() throws Exception {
    try (Scene scene = new Scene(1, 10)) {
      Client buyer = scene.buyer("twice");
      Command.Hold same = new Command.Hold(scene.seats(0, 3), "key-" + scene.show.showId());
      List<Callable<Operation>> often = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        int instance = i % Arena.INSTANCES;
        often.add(() -> buyer.ask(instance, same));
      }
      List<Operation> answers = new ArrayList<>(Crowd.<Operation>together(often));
      answers.add(buyer.ask(0, same));
      answers.add(buyer.ask(1, same));
      assertThat(answers.getLast().isOk()).isTrue();
      assertThat(answers).noneMatch(Operation::isFail);
      scene.isClean();
    }
  }

  @Test
  void booksOnceWhenPaidManyTimesAndNoAnswerComesBack() throws Exception {
    try (Scene scene = new Scene(1, 10)) {
      Client buyer = scene.buyer("payer");
      Told.Grant hold = scene.granted(buyer.ask(0, new Command.Hold(scene.seats(0, 4), null)));
      scene.arena.seats().become(new Condition.AnswersSwallowed());
      scene.arena.provider().become(new Condition.AnswersSwallowed());
      CompletableFuture<List<Operation>> paid =
          CompletableFuture.supplyAsync(
              () -> {
                List<Callable<Operation>> often = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                  often.add(() -> buyer.ask(0, new Command.Confirm(hold.id(), GOOD_CARD, null)));
                }
                return Crowd.together(often);
              });
      await().atMost(SOON).until(() -> statusOf(scene, hold) == HoldRecord.Status.PAYING);
      scene.arena.seats().become(new Condition.Sound());
      await().atMost(SOON).until(() -> scene.stepOfPayment(hold.id()).equals("AUTHORISE"));
      int tries = scene.triesOfPayment(hold.id());
      // Until it gives up: a connection that is cut before that asks again by itself.
      await().atMost(SOON).until(() -> scene.triesOfPayment(hold.id()) > tries);
      scene.arena.provider().become(new Condition.Sound());
      assertThat(paid.join()).noneMatch(Operation::isFail);
      scene.isClean();
      assertThat(scene.now().seats())
          .filteredOn(seat -> seat.status() == SeatStatus.BOOKED)
          .extracting(SeatRecord::seatId)
          .containsExactlyInAnyOrderElementsOf(hold.seatIds());
    }
  }

  @Test
  void takesNoPaymentForAHoldThatHasExpiredThoughNobodySweptIt() throws Exception {
    try (Scene scene = new Scene(1, 10)) {
      Client buyer = scene.buyer("late");
      Told.Grant hold = scene.granted(buyer.ask(0, new Command.Hold(scene.seats(0, 2), null)));
      try (Connection _ = scene.lockedRowOf(buyer)) {
        scene.letPass(Objects.requireNonNull(hold.until()).plusMillis(200));
        assertThat(statusOf(scene, hold)).isEqualTo(HoldRecord.Status.ACTIVE);
        Operation paid = buyer.ask(0, new Command.Confirm(hold.id(), GOOD_CARD, null));
        assertThat(paid.told().body()).contains("HOLD_EXPIRED");
      }
      scene.isClean();
    }
  }

  @Test
  void booksNothingOnceThePayDeadlineIsOverThoughNobodySweptIt() throws Exception {
    try (Scene scene = new Scene(1, 10)) {
      Client buyer = scene.buyer("slow");
      Told.Grant hold = scene.granted(buyer.ask(0, new Command.Hold(scene.seats(0, 2), null)));
      scene.arena.provider().become(new Condition.BlackHole());
      CompletableFuture<Operation> paid =
          CompletableFuture.supplyAsync(
              () -> buyer.ask(0, new Command.Confirm(hold.id(), GOOD_CARD, null)));
      await().atMost(SOON).until(() -> statusOf(scene, hold) == HoldRecord.Status.PAYING);
      try (Connection _ = scene.lockedRowOf(buyer)) {
        scene.letPass(scene.hold(hold.id()).expiresAt().plusMillis(100));
        scene.arena.provider().become(new Condition.Sound());
        await().atMost(SOON).until(() -> BEYOND_BOOKING.contains(scene.stepOfPayment(hold.id())));
      }
      assertThat(paid.join().isOk()).isFalse();
      scene.isClean();
      assertThat(scene.now().seats()).noneMatch(seat -> seat.status() == SeatStatus.BOOKED);
    }
  }

  @Test
  void showsTheCountsOfTheSeatsThoughRedisMissedTheirChanges() throws Exception {
    try (Scene scene = new Scene(2, 10)) {
      List<Callable<Operation>> crowd = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        Client buyer = scene.buyer("count-" + i);
        UUID seat = scene.show.seatIds().get(i);
        int instance = i % Arena.INSTANCES;
        crowd.add(() -> buyer.ask(instance, new Command.Hold(List.of(seat), null)));
      }
      List<Operation> held = Crowd.together(crowd);
      scene.arena.system().kill(Program.REDIS);
      for (Operation hold : held) {
        Client buyer = scene.buyer(hold.buyer());
        UUID holdId = scene.granted(hold).id();
        if (hold.number() % 4 == 0) {
          scene.granted(buyer.ask(0, new Command.Confirm(holdId, GOOD_CARD, null)));
        } else {
          scene.releases(buyer, holdId);
        }
      }
      scene.arena.system().restart(Program.REDIS);
      scene.isClean();
      assertThat(scene.now().seats())
          .filteredOn(seat -> seat.status() == SeatStatus.BOOKED)
          .hasSize(5);
    }
  }

  private static HoldRecord.Status statusOf(Scene scene, Told.Grant hold) {
    return scene.hold(hold.id()).status();
  }
}
