package dev.boxoffice.event.search;

import dev.boxoffice.defaults.problem.MalformedRequestException;
import dev.boxoffice.event.Listing;
import dev.boxoffice.event.catalogue.Dates;
import dev.boxoffice.event.catalogue.EventCategory;
import dev.boxoffice.event.catalogue.EventItem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {
  /** Beyond this nobody reads on, who does not want a day or a city instead. */
  static final int FOUND_MAX = 10_000;

  private final SearchEvents searchEvents;
  private final SearchesInFlight inFlight;

  SearchController(SearchEvents searchEvents, SearchesInFlight inFlight) {
    this.searchEvents = searchEvents;
    this.inFlight = inFlight;
  }

  @GetMapping("/v1/events")
  Listing<EventItem> search(
      @RequestParam(required = false) @Size(max = 100) @Nullable String city,
      @RequestParam(required = false) @Nullable String category,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate date,
      @RequestParam(required = false) @Size(max = Typed.CHARACTERS_MAX) @Nullable String query,
      @RequestParam(defaultValue = "1") @Min(1) @Max(Listing.PAGE_MAX) int page,
      @RequestParam(defaultValue = "20") @Min(1) @Max(Listing.LIMIT_MAX) int limit) {
    if (date != null && !Dates.isReasonable(date)) {
      throw new MalformedRequestException("date", Dates.UNREASONABLE);
    }
    if ((page - 1L) * limit >= FOUND_MAX) {
      throw new MalformedRequestException(
          "page",
          "only the first " + FOUND_MAX + " can be read: ask for less, e.g. by date or city");
    }
    Criteria criteria =
        new Criteria(
            city == null || city.isBlank() ? null : city.strip(),
            category == null || category.isEmpty() ? null : category(category),
            date,
            Typed.of(query));
    return inFlight.admit(() -> searchEvents.search(criteria, page, limit));
  }

  private static EventCategory category(String wireName) {
    EventCategory category = EventCategory.named(wireName);
    if (category == null) {
      throw new MalformedRequestException(
          "category", "must be one of movies, concerts, sports, theater");
    }
    return category;
  }
}
