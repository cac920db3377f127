package dev.boxoffice.gateway.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.gateway.sharing.Origin.Reply;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class GatheringTests {
  private static final int ANSWER_BYTES_MAX = 1000;

  /** For two answers of the largest size, and each takes it twice while it is put together. */
  private final Semaphore room =
      new Semaphore(2 * (Gathering.AT_FIRST_BYTES + 2 * ANSWER_BYTES_MAX));

  private final Gathering first = new Gathering(room, ANSWER_BYTES_MAX);
  private final Gathering second = new Gathering(room, ANSWER_BYTES_MAX);
  private final Gathering third = new Gathering(room, ANSWER_BYTES_MAX);

  @Test
  void putsThePartsTogether() {
    assertThat(first.makeRoomFor(0)).isNull();
    assertThat(first.add(new byte[] {1, 2})).isNull();
    assertThat(first.add(new byte[] {})).isNull();
    assertThat(first.add(new byte[] {3})).isNull();

    assertThat(first.whole()).containsExactly(1, 2, 3);
  }

  @Test
  void takesNoAnswerThatIsTooLargeWhetherItsLengthWasSaidOrNot() {
    assertThat(first.makeRoomFor(ANSWER_BYTES_MAX + 1)).isEqualTo(new Reply.TooLarge());
    assertThat(second.add(new byte[ANSWER_BYTES_MAX])).isNull();
    assertThat(second.add(new byte[1])).isEqualTo(new Reply.TooLarge());
  }

  @Test
  void takesNoMoreAnswersTogetherThanThereIsRoomFor() {
    assertThat(first.makeRoomFor(ANSWER_BYTES_MAX)).isNull();
    assertThat(second.add(new byte[ANSWER_BYTES_MAX])).isNull();

    assertThat(third.makeRoomFor(0)).isEqualTo(new Reply.NoRoom());
    assertThat(first.add(new byte[ANSWER_BYTES_MAX])).as("it has its room").isNull();

    second.end();
    assertThat(third.makeRoomFor(ANSWER_BYTES_MAX)).isNull();
  }

  @Test
  void takesNothingOnceItIsEnded() {
    assertThat(first.add(new byte[ANSWER_BYTES_MAX])).isNull();
    first.end();
    first.end();

    assertThat(first.add(new byte[1])).isEqualTo(new Reply.NoRoom());
    assertThat(second.makeRoomFor(ANSWER_BYTES_MAX)).isNull();
    assertThat(third.makeRoomFor(ANSWER_BYTES_MAX)).isNull();
    assertThat(new Gathering(room, ANSWER_BYTES_MAX).makeRoomFor(0))
        .as("room is given back once")
        .isEqualTo(new Reply.NoRoom());
  }
}
