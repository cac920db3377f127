package dev.boxoffice.seat.allocation.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.boxoffice.defaults.problem.UnavailableException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class BatchQueueTests {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration ANY = Duration.ofSeconds(1);

  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final Recorder batches = new Recorder();
  private final BatchQueue<Wish, String> queue = queue(1, 100);

  @AfterEach
  void letEverybodyGo() {
    batches.gate.release(1_000);
    people.close();
  }

  @Test
  void aLoneRequestWaitsForNobody() {
    batches.gate.release();

    assertThat(queue.ask(new Wish("show", "a"))).isEqualTo("a done");
    assertThat(batches.sizes()).containsExactly(1);
  }

  @Test
  void whatComesWhileABatchRunsSharesTheNext() {
    var first = begin(new Wish("show", "a"));
    List<CompletableFuture<String>> others = queued("b", "c", "d");

    batches.gate.release(2);

    assertThat(first.join()).isEqualTo("a done");
    assertThat(others.stream().map(CompletableFuture::join))
        .containsExactly("b done", "c done", "d done");
    assertThat(batches.sizes()).containsExactly(1, 3);
  }

  @Test
  void twoThatTouchTheSameAreNeverInOneBatchAndKeepTheirOrder() {
    var first = begin(new Wish("show", "a"));
    List<CompletableFuture<String>> others = queued("b", "b", "c", "b");

    batches.gate.release(4);

    assertThat(others).allSatisfy(one -> assertThat(one.join()).endsWith("done"));
    assertThat(first.join()).isEqualTo("a done");
    assertThat(batches.ran)
        .extracting(batch -> batch.stream().map(Wish::what).toList())
        .containsExactly(List.of("a"), List.of("b", "c"), List.of("b"), List.of("b"));
  }

  @Test
  void aBatchIsOfOneLane() {
    var first = begin(new Wish("show", "a"));
    var sameShow = asked(new Wish("show", "b"), 1);
    var otherShow = asked(new Wish("other", "c"), 2);
    var sameAgain = asked(new Wish("show", "d"), 3);

    batches.gate.release(3);

    CompletableFuture.allOf(first, sameShow, otherShow, sameAgain).join();
    assertThat(batches.sizes()).containsExactly(1, 2, 1);
  }

  @Test
  void disjointBatchesRunAtOnceButNoneThatTouchesWhatAnotherDoes() {
    BatchQueue<Wish, String> wide = queue(2, 100);
    var one = ask(wide, new Wish("show", "a"));
    Awaitility.await().until(() -> batches.ran.size() == 1);
    var same = ask(wide, new Wish("show", "a"));
    Awaitility.await().until(() -> wide.waiting() == 1);
    var other = ask(wide, new Wish("show", "b"));

    Awaitility.await().until(() -> batches.ran.size() == 2);

    assertThat(batches.ran.getLast()).containsExactly(new Wish("show", "b"));
    batches.gate.release(3);
    CompletableFuture.allOf(one, same, other).join();
    assertThat(batches.ran).hasSize(3);
  }

  @Test
  void refusesAtOnceWhenTooManyWait() {
    BatchQueue<Wish, String> small = queue(1, 2);
    var running = ask(small, new Wish("show", "a"));
    Awaitility.await().until(() -> batches.ran.size() == 1);
    var second = ask(small, new Wish("show", "b"));
    var third = ask(small, new Wish("show", "c"));
    Awaitility.await().until(() -> small.waiting() == 2);

    assertThatThrownBy(() -> small.ask(new Wish("show", "d")))
        .isInstanceOf(UnavailableException.class);

    batches.gate.release(2);
    CompletableFuture.allOf(running, second, third).join();
  }

  @Test
  void whoeverBreaksABatchBreaksNobodyElsesRequest() {
    var first = begin(new Wish("show", "a"));
    List<CompletableFuture<String>> others = queued("b", "broken", "c");

    batches.gate.release(5);

    assertThat(first.join()).isEqualTo("a done");
    assertThat(others.getFirst().join()).isEqualTo("b done");
    assertThat(others.getLast().join()).isEqualTo("c done");
    assertThatThrownBy(others.get(1)::join).hasRootCauseMessage("broken");
  }

  @Test
  void whoeverLosesLocksCostsNobodyElseTheRequest() {
    var first = begin(new Wish("show", "a"));
    List<CompletableFuture<String>> others = queued("b", "locked out", "c");

    batches.gate.release(5);

    assertThat(first.join()).isEqualTo("a done");
    assertThat(others.getFirst().join()).isEqualTo("b done");
    assertThat(others.getLast().join()).isEqualTo("c done");
    assertThatThrownBy(others.get(1)::join).hasCauseInstanceOf(UnavailableException.class);
  }

  @Test
  void nobodyWaitsLongerForALookEvenWhenItHasBegun() {
    BatchQueue<Wish, String> looks = batches(1, 100).ofLooks(batches, Duration.ofMillis(10));

    assertThatThrownBy(() -> looks.ask(new Wish("show", "a")))
        .isInstanceOf(UnavailableException.class)
        .hasNoCause();

    assertThat(batches.ran).hasSize(1);
  }

  @Test
  void whoeverIsInterruptedBeforeTheBatchAsksForNothingAnyMore() {
    var first = begin(new Wish("show", "a"));
    var interrupted = people.submit(() -> queue.ask(new Wish("show", "b")));
    Awaitility.await().until(() -> queue.waiting() == 1);

    assertThat(interrupted.cancel(true)).isTrue();

    Awaitility.await().until(() -> queue.waiting() == 0);
    batches.gate.release(2);
    assertThat(first.join()).isEqualTo("a done");
    assertThat(batches.sizes()).containsExactly(1);
  }

  private BatchQueue<Wish, String> queue(int atOnceMax, int waitingMax) {
    return batches(atOnceMax, waitingMax).of(batches);
  }

  private static Batches batches(int atOnceMax, int waitingMax) {
    AllocationSettings settings =
        new AllocationSettings(ANY, ANY, 2, ANY, ANY, ANY, 1, 1, 100, PATIENCE);
    return new Batches(
        new BoundedTransactions(new TransactionTemplate(new NoDatabase()), settings),
        new BatchSettings(64, atOnceMax, waitingMax),
        settings);
  }

  /** A request whose batch is held up at its gate. */
  private CompletableFuture<String> begin(Wish wish) {
    var running = ask(queue, wish);
    Awaitility.await().until(() -> batches.ran.size() == 1);
    return running;
  }

  private List<CompletableFuture<String>> queued(String... whats) {
    return IntStream.range(0, whats.length)
        .mapToObj(n -> asked(new Wish("show", whats[n]), n + 1))
        .toList();
  }

  private CompletableFuture<String> asked(Wish wish, int thenWaiting) {
    var asked = ask(queue, wish);
    Awaitility.await().until(() -> queue.waiting() == thenWaiting);
    return asked;
  }

  private CompletableFuture<String> ask(BatchQueue<Wish, String> where, Wish wish) {
    return CompletableFuture.supplyAsync(() -> where.ask(wish), people);
  }

  private record Wish(String show, String what) {}

  /** Lets a batch through its gate one at a time, and remembers what was in it. */
  private static final class Recorder implements Batch<Wish, String> {
    private final Semaphore gate = new Semaphore(0);
    private final List<List<Wish>> ran = new CopyOnWriteArrayList<>();

    List<Integer> sizes() {
      return ran.stream().map(List::size).toList();
    }

    @Override
    public Object laneOf(Wish wish) {
      return wish.show();
    }

    @Override
    public Collection<?> keysOf(Wish wish) {
      return List.of(wish.what());
    }

    @Override
    public List<String> carryOut(TransactionStatus transaction, List<Wish> wishes) {
      ran.add(wishes);
      gate.acquireUninterruptibly();
      if (wishes.stream().anyMatch(wish -> wish.what().equals("broken"))) {
        throw new IllegalArgumentException("broken");
      }
      if (wishes.stream().anyMatch(wish -> wish.what().equals("locked out"))) {
        throw new CannotAcquireLockException("locked out");
      }
      return wishes.stream().map(wish -> wish.what() + " done").toList();
    }

    @Override
    public void tell(List<String> answers) {
      assertThat(answers).isNotEmpty();
    }
  }

  private static final class NoDatabase implements PlatformTransactionManager {
    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
      return new SimpleTransactionStatus();
    }

    @Override
    public void commit(TransactionStatus status) {}

    @Override
    public void rollback(TransactionStatus status) {}
  }
}
