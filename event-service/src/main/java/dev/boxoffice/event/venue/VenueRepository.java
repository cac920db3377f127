package dev.boxoffice.event.venue;

import org.springframework.data.repository.ListCrudRepository;

interface VenueRepository extends ListCrudRepository<Venue, VenueId> {}
