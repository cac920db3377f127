package dev.boxoffice.event.catalogue;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ShowRepository extends ListCrudRepository<Show, ShowId> {
  @Query("select s from Show s where s.eventId = :eventId order by s.showTime, s.id.value")
  Page<Show> ofEvent(EventId eventId, Pageable page);

  @Query("select s from Show s where s.id = :id and s.eventId = :eventId")
  Optional<Show> find(EventId eventId, ShowId id);

  /** The show, locked until the transaction ends. Lock its event first. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select s from Show s where s.id = :id and s.eventId = :eventId")
  Optional<Show> lock(EventId eventId, ShowId id);

  /** The event's shows to come that are not cancelled, locked. Lock the event first. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select s from Show s
      where s.eventId = :eventId and s.cancelledAt is null and s.showTime > :now
      order by s.id.value
      """)
  List<Show> lockUpcoming(EventId eventId, Instant now);

  @Query(
      """
      select s from Show s
      where s.eventId.value in :eventIds and s.cancelledAt is null and s.showTime > :now
      order by s.showTime, s.id.value
      """)
  List<Show> upcoming(Collection<UUID> eventIds, Instant now);
}
