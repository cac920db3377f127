package dev.boxoffice.event.catalogue;

import dev.boxoffice.event.OrganiserId;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface EventRepository extends ListCrudRepository<Event, EventId> {
  /** The organiser's own event, locked until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select e from Event e where e.id = :id and e.organiser = :organiser")
  Optional<Event> lockOwn(EventId id, OrganiserId organiser);
}
