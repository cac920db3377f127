package dev.boxoffice.event.venue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.boxoffice.event.seatingplan.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A venue with everything in it. */
record VenueLayoutView(
    UUID venueId,
    String name,
    String city,
    String timezone,
    int totalSeats,
    Drawing layout,
    List<Section> sections) {

  VenueLayoutView {
    sections = List.copyOf(sections);
  }

  /** What the seats are drawn on. */
  record Drawing(
      String name,
      double width,
      double height,
      List<Layout.Shape> shapes,
      List<Layout.Category> categories) {}

  @JsonInclude(Include.NON_NULL)
  record Section(
      UUID sectionId,
      String name,
      String zone,
      String priceCategory,
      @Nullable String color,
      boolean generalAdmission,
      int totalSeats,
      List<Seat> seats) {}

  @JsonInclude(Include.NON_DEFAULT)
  record Seat(
      @JsonInclude(Include.ALWAYS) @Nullable String row,
      @JsonInclude(Include.ALWAYS) String number,
      @JsonInclude(Include.ALWAYS) double x,
      @JsonInclude(Include.ALWAYS) double y,
      @Nullable String block,
      boolean accessible,
      boolean companion,
      boolean restrictedView) {}

  static VenueLayoutView of(Venue venue, Layout layout) {
    List<List<Seat>> seats = new ArrayList<>();
    layout.sections().forEach(_ -> seats.add(new ArrayList<>()));
    layout.seats().forEach(seat -> seats.get(seat.section()).add(seat(seat)));
    List<Section> sections = new ArrayList<>();
    for (Layout.Section section : layout.sections()) {
      List<Seat> own = seats.get(sections.size());
      sections.add(
          new Section(
              section.sectionId(),
              section.name(),
              section.zone(),
              section.priceCategory(),
              section.color(),
              section.generalAdmission(),
              own.size(),
              own));
    }
    return new VenueLayoutView(
        venue.id().value(),
        venue.name(),
        venue.city(),
        venue.timezone().getId(),
        venue.totalSeats(),
        new Drawing(
            layout.name(), layout.width(), layout.height(), layout.shapes(), layout.categories()),
        sections);
  }

  private static Seat seat(Layout.Seat seat) {
    return new Seat(
        seat.row(),
        seat.number(),
        seat.x(),
        seat.y(),
        seat.block(),
        seat.accessible(),
        seat.companion(),
        seat.restrictedView());
  }
}
