package dev.boxoffice.local.launcher.programme;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** One evening of a programme, on the day and at the hour at which it was played. */
record Concert(Place place, LocalDate day, LocalTime hour, String kind) {

  /**
   * The same day and hour so many years later; 29 February becomes the 28th where there is none.
   */
  ZonedDateTime movedBy(int years) {
    return LocalDateTime.of(day.plusYears(years), hour).atZone(place.timezone());
  }
}
