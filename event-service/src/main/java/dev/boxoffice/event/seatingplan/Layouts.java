package dev.boxoffice.event.seatingplan;

import org.springframework.stereotype.Component;

/** The layouts that are kept. */
@Component
public class Layouts {
  private final LayoutLedger ledger;

  Layouts(LayoutLedger ledger) {
    this.ledger = ledger;
  }

  public LayoutSummary keep(Layout layout) {
    LayoutFile file = LayoutFile.of(layout);
    LayoutSummary summary = LayoutSummary.of(file);
    ledger.keep(file, summary);
    return summary;
  }

  /** A layout that a venue has, and that is therefore kept. */
  public Layout layout(LayoutHash hash) {
    byte[] gzip = ledger.compressed(hash);
    if (gzip == null) {
      throw new IllegalStateException("A venue has a layout that is not kept: " + hash);
    }
    return LayoutFile.read(gzip);
  }

  public LayoutSummary summary(LayoutHash hash) {
    return ledger
        .summary(hash)
        .orElseThrow(
            () -> new IllegalStateException("A venue has a layout that is not kept: " + hash));
  }
}
