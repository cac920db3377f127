package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldOutcome;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.house.SeatRules;
import dev.boxoffice.seat.allocation.house.Surroundings;
import dev.boxoffice.seat.sale.ShowTerms;
import org.springframework.stereotype.Component;

/**
 * Decides about a hold, also whether it may leave a single seat alone. Where a show allows that,
 * nothing more is looked at than the seats.
 *
 * <p>Where it does not, the hold locks the next two seats on either side together with its own, so
 * two holds around one seat are never decided at the same time, by whichever instances: the second
 * sees what the first has taken. Only whether the buyer could do otherwise is read before the
 * second try and without locks; what happens elsewhere in the section meanwhile is not held against
 * the buyer.
 */
@Component
class GrantUnlessStranding {
  private final GrantHold grantHold;
  private final SeatRules rules;

  GrantUnlessStranding(GrantHold grantHold, SeatRules rules) {
    this.grantHold = grantHold;
    this.rules = rules;
  }

  HoldOutcome grant(HoldId holdId, HoldRequest request, ShowTerms terms) {
    Surroundings around = rules.around(request.seatIds(), terms).orElse(null);
    HoldOutcome outcome = grantHold.grant(new HoldOrder(holdId, request, terms, around));
    return around != null && outcome instanceof HoldOutcome.OrphanSeat && !rules.avoidable(around)
        ? grantHold.grant(new HoldOrder(holdId, request, terms, null))
        : outcome;
  }
}
