package dev.boxoffice.seat.seatmap;

import static dev.boxoffice.seat.allocation.hold.SeatStatus.HELD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.seatmap.PublishedSeats.Step;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedSeatsTests {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
  private final PublishedSeats published = new PublishedSeats(10, 3);

  @BeforeEach
  void beginAtFrameFive() {
    assertThat(published.adopt(whole(5, "five"))).isTrue();
  }

  @Test
  void appliesFramesThatFollow() {
    assertThat(published.apply(frame(6, "five", "six"))).isEqualTo(Step.APPLIED);

    assertThat(published.seq()).isEqualTo(6);
    assertThat(published.states().status(6)).isEqualTo(HELD);
  }

  @Test
  void seesThatAFrameIsMissing() {
    assertThat(published.apply(frame(7, "six", "seven"))).isEqualTo(Step.GAP);
    assertThat(published.seq()).isEqualTo(5);
  }

  @Test
  void doesNotTakeTheNextNumberOfAnotherHistory() {
    assertThat(published.apply(frame(6, "another five", "six"))).isEqualTo(Step.GAP);
  }

  @Test
  void passesOverWhatItKnows() {
    assertThat(published.apply(frame(5, "four", "five"))).isEqualTo(Step.KNOWN);
  }

  @Test
  void replaysOnlyWhatItHasInFull() {
    apply(6, 7, 8, 9);

    assertThat(published.since(9)).isEmpty();
    assertThat(published.since(6)).extracting(Frame::seq).containsExactly(7L, 8L, 9L);
    assertThat(published.since(5)).isNull();
    assertThat(published.since(10)).isNull();
  }

  @Test
  void isNotSetBackByAnOlderWhole() {
    assertThat(published.adopt(whole(4, "four"))).isFalse();
    assertThat(published.adopt(whole(5, "five"))).isFalse();
    assertThat(published.adopt(whole(5, "another five"))).isTrue();
  }

  @Test
  void countsChangesWhereThereIsNoSequence() {
    SeatStates stored = SeatStates.untouched(10);
    stored.advance(new SeatChange(0, HELD, 9));

    published.detach(stored, AT.plusSeconds(1));

    assertThat(published.seq()).isEqualTo(9);
    assertThat(published.since(9)).isEmpty();
    assertThat(published.since(8)).isNull();
    assertThat(published.apply(frame(10, "nine", "ten"))).isEqualTo(Step.GAP);
  }

  private void apply(int... seqs) {
    for (int seq : seqs) {
      String previous = seq == 6 ? "five" : "link" + (seq - 1);
      assertThat(published.apply(frame(seq, previous, "link" + seq))).isEqualTo(Step.APPLIED);
    }
  }

  private static Frame frame(int seq, String previousLink, String link) {
    return new Frame(seq, previousLink, link, AT, List.of(new SeatChange(seq % 10, HELD, 1)));
  }

  private static FrameSequence.Whole whole(long seq, String link) {
    return new FrameSequence.Whole(seq, link, AT, SeatStates.untouched(10), List.of());
  }
}
