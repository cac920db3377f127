package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.SeatsChanged;
import dev.boxoffice.seat.sale.SeatId;
import java.util.List;
import java.util.Map;

/** What a batch found about one of its orders. Only {@code Held} has changed anything. */
sealed interface HoldVerdict {
  record Held(Hold hold, List<SeatsChanged.Change> changes) implements HoldVerdict {
    public Held {
      changes = List.copyOf(changes);
    }
  }

  /** The show is not on sale by the database's clock. */
  record NotOnSale() implements HoldVerdict {}

  /**
   * The buyer would have too many seats.
   *
   * @param owned seats held and booked without this order
   * @param due holds among them that only wait to be ended
   */
  record OverLimit(int owned, List<HoldId> due) implements HoldVerdict {
    public OverLimit {
      due = List.copyOf(due);
    }
  }

  /** These seats would be left alone. */
  record Strands(List<SeatId> seatIds) implements HoldVerdict {
    public Strands {
      seatIds = List.copyOf(seatIds);
    }
  }

  /**
   * These of the seats are somebody else's.
   *
   * @param order who wanted them
   * @param owners the holds that have them; a blocked seat has none
   */
  record Taken(HoldOrder order, List<SeatId> seatIds, Map<SeatId, HoldId> owners)
      implements HoldVerdict {
    public Taken {
      seatIds = List.copyOf(seatIds);
      owners = Map.copyOf(owners);
    }
  }

  /** Holds whose time has passed still have seats: they are to be ended first. */
  record InTheWay(List<HoldId> due) implements HoldVerdict {
    public InTheWay {
      due = List.copyOf(due);
    }
  }

  /** Somebody is changing some of the seats right now: what comes of it is not known yet. */
  record Locked() implements HoldVerdict {}
}
