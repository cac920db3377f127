package dev.boxoffice.event.catalogue;

import dev.boxoffice.event.venue.Venue;
import dev.boxoffice.event.venue.VenueId;
import dev.boxoffice.event.venue.Venues;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Events as lists show them: with their venue and what is left of their shows to come. */
@Component
public class EventItems {
  private final EventRepository events;
  private final Venues venues;
  private final ShowRepository shows;
  private final ShowStates states;
  private final Clock clock;

  EventItems(
      EventRepository events, Venues venues, ShowRepository shows, ShowStates states, Clock clock) {
    this.events = events;
    this.venues = venues;
    this.shows = shows;
    this.states = states;
    this.clock = clock;
  }

  /** In the order given; ids of no event are left out. */
  @Transactional(readOnly = true)
  public List<EventItem> byId(List<EventId> ids) {
    Map<EventId, Event> found =
        events.findAllById(ids).stream().collect(Collectors.toMap(Event::id, Function.identity()));
    return of(ids.stream().map(found::get).filter(Objects::nonNull).toList());
  }

  List<EventItem> of(List<Event> found) {
    Map<VenueId, Venue> places =
        venues.byId(found.stream().map(Event::venueId).distinct().toList());
    Map<EventId, List<ShowState>> upcoming =
        states
            .of(
                shows.upcoming(
                    found.stream().map(event -> event.id().value()).toList(), clock.instant()))
            .stream()
            .collect(Collectors.groupingBy(state -> state.show().eventId()));
    return found.stream()
        .map(
            event ->
                EventItem.of(
                    event,
                    Objects.requireNonNull(places.get(event.venueId())),
                    upcoming.getOrDefault(event.id(), List.of())))
        .toList();
  }
}
