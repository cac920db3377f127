package dev.boxoffice.seat.seatmap;

import dev.boxoffice.seat.sale.SeatIdBase;
import dev.boxoffice.seat.sale.SectionId;
import dev.boxoffice.seat.sale.ShowId;
import java.util.List;
import java.util.UUID;

/**
 * What never changes about a show's seat map, ready to be filled with prices and statuses.
 *
 * @param head the JSON before the sections, from the opening brace on
 */
record SeatPlan(
    ShowId showId,
    UUID eventId,
    SeatIdBase seatIds,
    int seats,
    String head,
    List<SectionPlan> sections) {

  SeatPlan {
    sections = List.copyOf(sections);
  }

  /** The place of a section in the map, or -1. */
  int indexOf(SectionId sectionId) {
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).sectionId().equals(sectionId)) {
        return i;
      }
    }
    return -1;
  }

  long bytes() {
    return head.length() + sections.stream().mapToLong(SectionPlan::bytes).sum();
  }
}
