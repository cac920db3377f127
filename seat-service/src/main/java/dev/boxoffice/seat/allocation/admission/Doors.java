package dev.boxoffice.seat.allocation.admission;

import dev.boxoffice.seat.allocation.hold.HoldOutcome;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.guard.CheckVisitor;
import dev.boxoffice.seat.guard.Visitor;
import dev.boxoffice.seat.guard.VisitorOutcome;
import dev.boxoffice.seat.sale.ShowId;
import dev.boxoffice.seat.sale.ShowTerms;
import dev.boxoffice.seat.sale.Shows;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands before every hold of a show, whichever its seats. */
@Component
public class Doors {
  private final Shows shows;
  private final CheckVisitor guard;
  private final Admission admission;
  private final Clock clock;

  Doors(Shows shows, CheckVisitor guard, Admission admission, Clock clock) {
    this.shows = shows;
    this.guard = guard;
    this.admission = admission;
    this.clock = clock;
  }

  public Passage enter(
      ShowId showId, UserId userId, Visitor visitor, @Nullable String admissionToken) {
    ShowTerms terms = shows.find(showId).orElse(null);
    if (terms == null) {
      return new Passage.Shut(new HoldOutcome.ShowNotFound(showId));
    }
    if (!terms.onSaleAt(clock.instant())) {
      return new Passage.Shut(new HoldOutcome.NotOnSale(showId));
    }
    if (guard.check(visitor) instanceof VisitorOutcome.Refusal refusal) {
      return new Passage.Shut(new HoldOutcome.NotLetIn(refusal));
    }
    if (terms.admissionNeeded() && !admission.admits(admissionToken, userId, showId)) {
      return new Passage.Shut(new HoldOutcome.AdmissionRequired(showId));
    }
    return new Passage.Open(terms);
  }

  /** Whether a buyer gets as far as the seats. */
  public sealed interface Passage {
    record Open(ShowTerms terms) implements Passage {}

    record Shut(HoldOutcome why) implements Passage {}
  }
}
