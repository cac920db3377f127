package dev.boxoffice.booking.show;

import dev.boxoffice.booking.ShowId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The shows that the catalogue has told of. */
@Component
public class Shows {

  private final ShowLedger ledger;

  Shows(ShowLedger ledger) {
    this.ledger = ledger;
  }

  public @Nullable Show find(ShowId show) {
    return ledger.find(show);
  }
}
