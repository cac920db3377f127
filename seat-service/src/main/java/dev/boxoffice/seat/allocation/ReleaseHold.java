package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.EndedHolds;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.ReleaseOutcome;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.load.Batch;
import dev.boxoffice.seat.allocation.load.BatchQueue;
import dev.boxoffice.seat.allocation.load.Batches;
import dev.boxoffice.seat.sale.ShowId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;

/**
 * Gives up a hold before its time, together with others that are given up at the same time;
 * repeated, it says the same.
 */
@Component
public class ReleaseHold {
  private final HoldLedger holds;
  private final EndHolds endHolds;
  private final SeatNews news;
  private final BatchQueue<Order, Step> batches;

  ReleaseHold(Batches batches, HoldLedger holds, EndHolds endHolds, SeatNews news) {
    this.holds = holds;
    this.endHolds = endHolds;
    this.news = news;
    this.batches = batches.of(new Together());
  }

  public ReleaseOutcome release(HoldId holdId, UserId userId) {
    return batches.ask(new Order(holdId, userId)).outcome();
  }

  private static ReleaseOutcome outcome(@Nullable HoldRecord hold, UserId userId) {
    if (hold == null || !hold.userId().equals(userId)) {
      return new ReleaseOutcome.NotFound();
    }
    return switch (hold.status()) {
      case RELEASED, EXPIRED, ACTIVE -> new ReleaseOutcome.Released();
      case BOOKED -> new ReleaseOutcome.Committed(hold.status());
      case PAYING ->
          hold.due() ? new ReleaseOutcome.Released() : new ReleaseOutcome.Committed(hold.status());
    };
  }

  private record Order(HoldId holdId, UserId userId) {}

  /** An outcome, and what the whole batch has ended. */
  private record Step(ReleaseOutcome outcome, List<EndedHolds> ended) {}

  private final class Together implements Batch<Order, Step> {
    @Override
    public Object laneOf(Order order) {
      return ReleaseHold.class;
    }

    @Override
    public Collection<?> keysOf(Order order) {
      return List.of(order.holdId());
    }

    @Override
    public List<Step> carryOut(TransactionStatus transaction, List<Order> orders) {
      Map<HoldId, HoldRecord> locked =
          holds.lockWithBuyers(orders.stream().map(Order::holdId).toList());
      List<EndedHolds> ended = new ArrayList<>();
      orders.stream()
          .filter(order -> isReleased(locked.get(order.holdId()), order.userId()))
          .map(order -> locked.get(order.holdId()))
          .filter(HoldRecord::inForce)
          .collect(Collectors.groupingBy(HoldRecord::showId))
          .forEach((showId, its) -> ended.addAll(end(showId, its)));
      return orders.stream()
          .map(order -> new Step(outcome(locked.get(order.holdId()), order.userId()), ended))
          .toList();
    }

    @Override
    public void tell(List<Step> steps) {
      steps.getFirst().ended().forEach(news::ended);
    }

    private boolean isReleased(@Nullable HoldRecord hold, UserId userId) {
      return outcome(hold, userId) instanceof ReleaseOutcome.Released;
    }

    private List<EndedHolds> end(ShowId showId, List<HoldRecord> its) {
      return List.of(
          endHolds.expire(showId, its.stream().filter(HoldRecord::due).toList()),
          endHolds.release(showId, its.stream().filter(Predicate.not(HoldRecord::due)).toList()));
    }
  }
}
