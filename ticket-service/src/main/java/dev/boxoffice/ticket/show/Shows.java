package dev.boxoffice.ticket.show;

import dev.boxoffice.ticket.ShowId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The shows that this service has heard of. */
@Component
public class Shows {

  private final ShowLedger ledger;

  Shows(ShowLedger ledger) {
    this.ledger = ledger;
  }

  /** Empty until the catalogue's event has arrived. */
  public Optional<ShowFacts> find(ShowId showId) {
    return ledger.find(showId);
  }
}
