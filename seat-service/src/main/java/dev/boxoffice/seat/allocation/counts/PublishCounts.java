package dev.boxoffice.seat.allocation.counts;

import dev.boxoffice.defaults.outbox.Outbox;
import dev.boxoffice.seat.allocation.hold.SeatsChanged;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import dev.boxoffice.seat.sale.PricesChanged;
import dev.boxoffice.seat.sale.SeatsLaid;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says how many seats of a show are left: counted when something changed, at most once a second and
 * show over all instances. What a crash forgets is counted again at the start.
 */
@Component
class PublishCounts {
  private static final Logger log = LoggerFactory.getLogger(PublishCounts.class);

  private final Set<ShowId> changed = ConcurrentHashMap.newKeySet();
  private final BoundedTransactions transactions;
  private final CountsLedger counts;
  private final Outbox outbox;
  private final JsonMapper json;

  PublishCounts(
      BoundedTransactions transactions, CountsLedger counts, Outbox outbox, JsonMapper json) {
    this.transactions = transactions;
    this.counts = counts;
    this.outbox = outbox;
    this.json = json;
  }

  @EventListener
  void on(SeatsChanged seats) {
    boolean first = changed.add(seats.showId());
    log.trace("Show {} is to be counted, newly so: {}", seats.showId(), first);
  }

  @EventListener
  void on(SeatsLaid laid) {
    boolean first = changed.add(laid.showId());
    log.trace("Show {} is to be counted, newly so: {}", laid.showId(), first);
  }

  @EventListener
  void on(PricesChanged prices) {
    boolean first = changed.add(prices.showId());
    log.trace("Show {} is to be counted, newly so: {}", prices.showId(), first);
  }

  @EventListener(ApplicationReadyEvent.class)
  void countAllOnce() {
    boolean any = changed.addAll(transactions.run(_ -> counts.openShows()));
    log.debug("Shows to count after the start: {}", any);
  }

  @Scheduled(fixedDelayString = "${boxoffice.seat.count-every:PT0.25S}")
  void publish() {
    for (ShowId showId : List.copyOf(changed)) {
      // Forgotten before it is counted: a change meanwhile is counted next time.
      boolean mine = changed.remove(showId);
      if (mine && !publish(showId)) {
        boolean again = changed.add(showId);
        log.trace("Show {} is counted later: {}", showId, again);
      }
    }
  }

  private boolean publish(ShowId showId) {
    try {
      return transactions.run(_ -> publishInTransaction(showId));
    } catch (RuntimeException e) {
      log.warn("Seats of show {} are counted later: {}", showId, e.toString());
      return false;
    }
  }

  private boolean publishInTransaction(ShowId showId) {
    Optional<Instant> turn = counts.takeTurn(showId);
    if (turn.isEmpty()) {
      return false;
    }
    List<SectionCounts> sections = counts.count(showId);
    if (sections.isEmpty()) {
      // The transaction that makes the seats has not committed yet.
      return false;
    }
    List<UUID> free =
        sections.stream().filter(s -> s.available() > 0).map(SectionCounts::sectionId).toList();
    ShowCounts now =
        new ShowCounts(
            showId.value(),
            turn.get(),
            sum(sections, SectionCounts::available),
            sum(sections, SectionCounts::held),
            sum(sections, SectionCounts::booked),
            sum(sections, SectionCounts::blocked),
            counts.priceFrom(showId, free).orElseThrow(),
            sections);
    if (counts.remember(showId, json.writeValueAsString(now.withoutTime()))) {
      outbox.append("seat.show", showId.toString(), "seat.show.counts", now);
    }
    return true;
  }

  private static int sum(List<SectionCounts> sections, ToIntFunction<SectionCounts> part) {
    return sections.stream().mapToInt(part).sum();
  }

  record ShowCounts(
      UUID showId,
      Instant countedAt,
      int available,
      int held,
      int booked,
      int blocked,
      long priceFrom,
      List<SectionCounts> sections) {
    ShowCounts withoutTime() {
      return new ShowCounts(
          showId, Instant.EPOCH, available, held, booked, blocked, priceFrom, sections);
    }
  }
}
