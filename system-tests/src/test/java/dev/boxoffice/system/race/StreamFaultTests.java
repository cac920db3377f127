package dev.boxoffice.system.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.system.client.Http;
import dev.boxoffice.system.fault.Condition;
import dev.boxoffice.system.race.history.Command;
import dev.boxoffice.system.race.history.SeatRecord;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** I12 between real processes: whatever is lost on the way, every client ends with the truth. */
class StreamFaultTests {
  private static final int FOLLOWERS = 6;
  private static final int BUYERS = 3;
  private static final int SERVICE_RESTART = 1012;

  private final Http http = new Http();

  @Test
  void everyClientEndsEqualToTheMapWhateverWasLost() throws Exception {
    AtomicBoolean onSale = new AtomicBoolean(true);
    List<SeatFollower> followers = new ArrayList<>();
    HttpClient sockets = HttpClient.newHttpClient();
    try (Scene scene = new Scene(4, 10)) {
      for (int i = 0; i < FOLLOWERS; i++) {
        followers.add(
            new SeatFollower(scene.arena, http, scene.show, sockets, i % Arena.INSTANCES));
      }
      List<CompletableFuture<Void>> buyers = new ArrayList<>();
      for (int i = 0; i < BUYERS; i++) {
        int buyer = i;
        buyers.add(inBackground(() -> holdAndRelease(scene, buyer, onSale)));
      }
      loseWhatCanBeLost(scene.arena, followers);
      // For whoever uses it after this test.
      CompletableFuture<Void> revival = inBackground(() -> scene.arena.revive(1));
      onSale.set(false);
      buyers.forEach(CompletableFuture::join);
      followers.forEach(follower -> assertThatItKnowsTheTruth(follower, scene));
      revival.join();
    } finally {
      onSale.set(false);
      followers.forEach(SeatFollower::close);
      sockets.shutdownNow();
    }
  }

  private static void loseWhatCanBeLost(Arena arena, List<SeatFollower> followers) {
    awaitNews(followers);
    loseMessages(arena);
    awaitNews(followers);
    arena.system().kill(Program.REDIS);
    arena.system().restart(Program.REDIS);
    awaitNews(followers);
    arena.seatInstance(0).kill();
    CompletableFuture<Void> revival = inBackground(() -> arena.revive(0));
    awaitNews(followers);
    revival.join();
    // With a polite end, everybody is told to go elsewhere.
    arena.seatInstance(1).stop(Duration.ofSeconds(20));
    soon()
        .until(
            () -> followers.stream().anyMatch(one -> one.closedWith().contains(SERVICE_RESTART)));
    awaitNews(followers);
  }

  private static CompletableFuture<Void> inBackground(Runnable work) {
    return CompletableFuture.runAsync(work, Thread::startVirtualThread);
  }

  /** Frames that Redis publishes, and its answers, do not arrive. */
  private static void loseMessages(Arena arena) {
    arena.redis().become(new Condition.AnswersSwallowed());
    await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
    arena.redis().become(new Condition.Sound());
  }

  private static void holdAndRelease(Scene scene, int number, AtomicBoolean onSale) {
    Random random = new Random(number);
    Client buyer = scene.buyer("streamed-" + number);
    while (onSale.get()) {
      int instance = random.nextInt(Arena.INSTANCES);
      UUID seat = scene.show.seatIds().get(random.nextInt(scene.show.seatIds().size()));
      var held = buyer.ask(instance, new Command.Hold(List.of(seat), null));
      if (held.isOk() && random.nextBoolean()) {
        var _ = buyer.ask(instance, new Command.Release(scene.granted(held).id()));
      }
    }
  }

  /** Everybody hears of a change that is made from now on. */
  private static void awaitNews(List<SeatFollower> followers) {
    List<Long> before = followers.stream().map(SeatFollower::updates).toList();
    soon()
        .until(
            () -> {
              for (int i = 0; i < followers.size(); i++) {
                if (followers.get(i).updates() <= before.get(i)) {
                  return false;
                }
              }
              return true;
            });
  }

  private static void assertThatItKnowsTheTruth(SeatFollower follower, Scene scene) {
    soon()
        .untilAsserted(
            () -> {
              Map<UUID, String> truth = new TreeMap<>();
              for (SeatRecord seat : scene.now().seats()) {
                truth.put(seat.seatId(), seat.status().name());
              }
              assertThat(follower.picture()).isEqualTo(truth);
            });
    assertThat(follower.wrong()).isEmpty();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
  }
}
