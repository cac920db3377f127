package dev.boxoffice.queue.waitingroom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a line is, as the contract shows it. */
record NowServingBody(
    String status,
    long nowServing,
    long joined,
    long waiting,
    long admissionsPerMinute,
    @Nullable Long seatsLeft,
    @Nullable Long priceFrom,
    @Nullable Long priceTo,
    @Nullable Instant opensAt) {

  static NowServingBody of(NowServing it, Instant now) {
    NowServing.Status status = it.statusAt(now);
    return new NowServingBody(
        status.name(),
        it.nowServing(),
        it.joined(),
        it.waiting(),
        status == NowServing.Status.OPEN ? it.pace().admissionsPerMinute() : 0,
        it.seatsLeft(),
        it.priceFrom(),
        it.priceTo(),
        it.room().salesStartAt());
  }
}
