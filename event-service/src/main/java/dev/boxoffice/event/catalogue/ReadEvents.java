package dev.boxoffice.event.catalogue;

import dev.boxoffice.event.Listing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers what anybody may ask about one event. */
@Component
class ReadEvents {
  /** Of an event's shows, as many as one answer carries; the list of shows has pages. */
  private static final int SHOWS_MAX = 500;

  private final EventRepository events;
  private final EventItems items;
  private final ShowRepository shows;
  private final ShowStates states;

  ReadEvents(EventRepository events, EventItems items, ShowRepository shows, ShowStates states) {
    this.events = events;
    this.items = items;
    this.shows = shows;
    this.states = states;
  }

  @Transactional(readOnly = true)
  public @Nullable EventDetail event(EventId id) {
    Event event = events.findById(id).orElse(null);
    if (event == null) {
      return null;
    }
    List<Show> first = shows.ofEvent(id, PageRequest.ofSize(SHOWS_MAX)).getContent();
    return new EventDetail(items.of(List.of(event)).getFirst(), event.metadata(), views(first));
  }

  @Transactional(readOnly = true)
  public @Nullable Listing<ShowView> shows(EventId id, int page, int limit) {
    if (!events.existsById(id)) {
      return null;
    }
    Page<Show> found = shows.ofEvent(id, PageRequest.of(page - 1, limit));
    return new Listing<>(views(found.getContent()), page, limit, found.getTotalElements());
  }

  @Transactional(readOnly = true)
  public Optional<ShowView> show(EventId eventId, ShowId showId) {
    return shows.find(eventId, showId).map(show -> views(List.of(show)).getFirst());
  }

  /** A show by its id alone, with the event that it is of. */
  @Transactional(readOnly = true)
  public @Nullable ShowOfEvent show(ShowId id) {
    Show show = shows.findById(id).orElse(null);
    return show == null
        ? null
        : new ShowOfEvent(
            views(List.of(show)).getFirst(), items.byId(List.of(show.eventId())).getFirst());
  }

  private List<ShowView> views(List<Show> found) {
    return states.of(found).stream().map(ShowView::of).toList();
  }
}
