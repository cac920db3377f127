package dev.boxoffice.seat.sale;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A venue's seating, as event-service serves it: the seats of a section are one run, and the order
 * of the seats is the seat map's.
 */
record Layout(List<Section> sections, List<Seat> seats) {

  Layout {
    sections = List.copyOf(sections);
    seats = List.copyOf(seats);
  }

  record Section(
      UUID sectionId,
      String name,
      @Nullable String zone,
      String priceCategory,
      @Nullable Boolean generalAdmission) {}

  /**
   * A place.
   *
   * @param section index of its section
   * @param left index of the seat beside it, absent or -1 at the end of a row
   */
  record Seat(
      int section,
      @Nullable String row,
      String number,
      double x,
      double y,
      @Nullable String block,
      @Nullable Integer left,
      @Nullable Integer right,
      @Nullable Boolean accessible,
      @Nullable Boolean companion,
      @Nullable Boolean restrictedView) {}
}
