package dev.boxoffice.seat.seatmap;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instance's copy of what the frames up to {@code seq} say, with the last of these frames. Not
 * safe for use by several threads: its feed guards it.
 */
final class PublishedSeats {
  /** No frame has this link. */
  static final String NO_LINK = "-";

  private final int framesKept;
  private final Deque<Frame> log = new ArrayDeque<>();
  private SeatStates states;
  private long seq = -1;
  private String link = NO_LINK;
  private Instant at = Instant.EPOCH;

  PublishedSeats(int seats, int framesKept) {
    this.states = SeatStates.untouched(seats);
    this.framesKept = framesKept;
  }

  /** Whether anything has been adopted yet. */
  boolean known() {
    return seq >= 0;
  }

  /** The number of the last frame, or -1 while nothing is known. */
  long seq() {
    return seq;
  }

  String link() {
    return link;
  }

  Instant at() {
    return at;
  }

  SeatStates states() {
    return states;
  }

  /** What came of offering a frame. */
  enum Step {
    /** It was the next one. */
    APPLIED,
    /** It was not newer than what is known. */
    KNOWN,
    /** Something is missing before it. */
    GAP
  }

  Step apply(Frame frame) {
    if (frame.seq() <= seq) {
      return Step.KNOWN;
    }
    if (frame.seq() != seq + 1 || !frame.previousLink().equals(link)) {
      return Step.GAP;
    }
    frame.changes().forEach(states::advance);
    seq = frame.seq();
    link = frame.link();
    at = frame.at();
    keep(frame);
    return Step.APPLIED;
  }

  /** Replaces everything known, unless it is from before what is known; says whether it did. */
  boolean adopt(FrameSequence.Whole whole) {
    if (whole.seq() < seq || (whole.seq() == seq && whole.link().equals(link))) {
      return false;
    }
    states = whole.states();
    seq = whole.seq();
    link = whole.link();
    at = whole.at();
    log.clear();
    whole.log().forEach(this::keep);
    return true;
  }

  /**
   * Goes on without the shared sequence: the number becomes the count of all changes, which is on
   * every instance the same for the same seats and never below any number a frame had.
   */
  void detach(SeatStates stored, Instant now) {
    SeatStates merged = states.mergedWith(stored);
    long changes = Math.max(seq, merged.changes());
    if (changes != seq) {
      at = now;
    }
    states = merged;
    seq = changes;
    link = NO_LINK;
    log.clear();
  }

  /** The frames after this number, or null if they are not all kept or the number is not known. */
  @Nullable List<Frame> since(long since) {
    if (since < 0 || since > seq || seq - since > log.size()) {
      return null;
    }
    return new ArrayList<>(log).subList((int) (log.size() - (seq - since)), log.size());
  }

  private void keep(Frame frame) {
    log.addLast(frame);
    if (log.size() > framesKept) {
      var _ = log.removeFirst();
    }
  }
}
