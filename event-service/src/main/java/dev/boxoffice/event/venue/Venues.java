package dev.boxoffice.event.venue;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The venues, for whoever puts something on in them. */
@Component
public class Venues {
  private final VenueRepository repository;

  Venues(VenueRepository repository) {
    this.repository = repository;
  }

  public Optional<Venue> find(VenueId id) {
    return repository.findById(id);
  }

  public Map<VenueId, Venue> byId(Collection<VenueId> ids) {
    return repository.findAllById(ids).stream()
        .collect(Collectors.toMap(Venue::id, Function.identity()));
  }
}
