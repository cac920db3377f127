package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.seat.seatmap.socket.Sent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WatcherTests {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final int WAITING_MAX = 4;

  private final Reader reader = new Reader();
  private final Watcher watcher = new Watcher(reader, WAITING_MAX, NOW);

  @Test
  void writesWhatIsOfferedInItsOrder() {
    reader.reads.release(100);
    LongStream.range(0, 3).mapToObj(StreamMessage::beacon).forEach(watcher::offer);

    await()
        .untilAsserted(
            () -> assertThat(reader.got).containsExactly(beacon(0), beacon(1), beacon(2)));
  }

  @Test
  void tellsAReaderThatFellBehindToReadAnewAndLetsItGo() {
    // The first is being written and never taken, four wait, and the sixth is one too many.
    LongStream.rangeClosed(1, 1 + WAITING_MAX + 1)
        .peek(
            seq -> {
              if (seq == 2) {
                await().until(reader.reads::hasQueuedThreads);
              }
            })
        .mapToObj(StreamMessage::beacon)
        .forEach(watcher::offer);
    reader.reads.release(100);

    await().until(() -> watcher.ended().isDone());
    assertThat(reader.got)
        .containsExactly(beacon(1), "{\"type\":\"RESYNC\",\"seq\":6}", "close 1013");
  }

  @Test
  void sendsAllThatAReaderMissedHoweverMuchItIs() {
    reader.reads.release(100);
    watcher.begin(LongStream.range(0, 50).mapToObj(StreamMessage::beacon).toList());

    await().untilAsserted(() -> assertThat(reader.got).hasSize(50));
  }

  @Test
  void saysNothingAfterTheEnd() {
    reader.reads.release(100);
    watcher.close(Sink.Ending.RESTARTING);
    watcher.offer(StreamMessage.beacon(1));

    await().until(() -> watcher.ended().isDone());
    assertThat(reader.got).containsExactly("close 1012");
  }

  @Test
  void letsAReaderGoThatCannotBeWrittenTo() {
    reader.broken = true;
    watcher.offer(StreamMessage.beacon(1));

    await().until(() -> watcher.ended().isDone());
    assertThat(reader.got).containsExactly("abort");
  }

  @Test
  void knowsWhoLeftPingsUnanswered() {
    assertThat(watcher.silentSince(NOW)).isFalse();
    assertThat(watcher.silentSince(NOW.plusSeconds(1))).isTrue();
    watcher.heard(NOW.plusSeconds(2));
    assertThat(watcher.silentSince(NOW.plusSeconds(1))).isFalse();
  }

  @Test
  void writesToAReaderWithRoomWithoutWaiting() {
    reader.atOnce = Sent.ALL;
    LongStream.range(0, 3).mapToObj(StreamMessage::beacon).forEach(watcher::offer);

    await()
        .untilAsserted(
            () -> assertThat(reader.got).containsExactly(beacon(0), beacon(1), beacon(2)));
  }

  @Test
  void finishesWhatItBeganBeforeAnythingElse() {
    reader.reads.release(100);
    reader.atOnce = Sent.SOME;
    watcher.offer(StreamMessage.beacon(1));
    await().untilAsserted(() -> assertThat(reader.got).containsExactly("begun 1", "finished"));
    watcher.close(Sink.Ending.RESTARTING);

    await().until(() -> watcher.ended().isDone());
    assertThat(reader.got).containsExactly("begun 1", "finished", "finished", "close 1012");
  }

  @Test
  void givesEveryReaderOneTurnInARound() {
    assertThat(LongStream.range(0, 50).filter(turn -> watcher.hasTurn(turn, 50))).hasSize(1);
  }

  private static String beacon(long seq) {
    return "{\"type\":\"BEACON\",\"seq\":" + seq + "}";
  }

  /** Takes one message for each permit. */
  private static final class Reader implements Sink {
    final Semaphore reads = new Semaphore(0);
    final List<String> got = new CopyOnWriteArrayList<>();
    volatile boolean broken;
    volatile Sent atOnce = Sent.NONE;

    @Override
    public Sent sendAtOnce(StreamMessage message) {
      return switch (atOnce) {
        case ALL -> {
          got.add(message.text(StreamForm.SOCKET));
          yield Sent.ALL;
        }
        case SOME -> {
          got.add("begun " + message.seq());
          yield Sent.SOME;
        }
        case NONE -> Sent.NONE;
      };
    }

    @Override
    public void finish() {
      if (atOnce == Sent.SOME) {
        got.add("finished");
      }
    }

    @Override
    public void send(StreamMessage message) throws IOException {
      if (broken) {
        throw new IOException("connection reset");
      }
      reads.acquireUninterruptibly();
      got.add(message.text(StreamForm.SOCKET));
    }

    @Override
    public boolean answersPings() {
      return true;
    }

    @Override
    public void close(Ending ending) {
      got.add("close " + ending.code());
    }

    @Override
    public void abort() {
      got.add("abort");
    }
  }
}
