package dev.boxoffice.seat.sale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Which section a seat is in, of the shows asked for lately: it never changes. */
@Component
public class SeatSections {
  private static final int SHOWS_MAX = 2_000;

  private final SeatingLedger seating;
  private final Cache<ShowId, ShowSections> sections =
      Caffeine.newBuilder().maximumSize(SHOWS_MAX).build();

  SeatSections(SeatingLedger seating) {
    this.seating = seating;
  }

  /** The sections of a show that has been opened. */
  public ShowSections of(ShowId showId) {
    return sections.get(showId, seating::sections);
  }

  /** A show's sections by the index of their first seat. */
  public record ShowSections(
      SeatIdBase base, int totalSeats, NavigableMap<Integer, SectionId> byFirstSeat) {
    public ShowSections {
      byFirstSeat = Collections.unmodifiableNavigableMap(new TreeMap<>(byFirstSeat));
    }

    public SectionId sectionOf(SeatId seatId) {
      int index = base.indexOf(seatId);
      Map.Entry<Integer, SectionId> section = byFirstSeat.floorEntry(index);
      if (index < 0 || index >= totalSeats || section == null) {
        throw new IllegalArgumentException("no seat of this show: " + seatId);
      }
      return section.getValue();
    }
  }
}
