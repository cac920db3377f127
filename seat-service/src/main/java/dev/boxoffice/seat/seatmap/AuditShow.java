package dev.boxoffice.seat.seatmap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks a show's invariants against its rows, at most once a second. */
@Component
class AuditShow {
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int SHOWS_MAX = 1000;

  /** What only others could say, or what no row of this service shows. */
  private static final List<String> UNCHECKED =
      List.of("ticketsLive", "I4", "I5", "I6", "I7", "I8", "I10", "I11", "I12");

  private final AuditLedger ledger;
  private final Clock clock;
  private final Cache<ShowId, Audit> audits =
      Caffeine.newBuilder().expireAfterWrite(EVERY).maximumSize(SHOWS_MAX).build();

  AuditShow(AuditLedger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * The invariants of a show.
   *
   * @param ticketsLive null while ticket-service is not asked
   * @param unchecked what this audit says nothing about
   */
  record Audit(
      int capacity,
      int available,
      int held,
      int booked,
      int blocked,
      @Nullable Integer ticketsLive,
      List<AuditLedger.Violation> violations,
      List<String> unchecked,
      Instant checkedAt) {
    Audit {
      violations = List.copyOf(violations);
      unchecked = List.copyOf(unchecked);
    }
  }

  /** The show's audit, or null if it has no seats here. */
  @Nullable Audit audit(ShowId showId) {
    return audits.asMap().computeIfAbsent(showId, this::check);
  }

  private @Nullable Audit check(ShowId showId) {
    Instant now = clock.instant();
    AuditLedger.Recount recount = ledger.recount(showId);
    AuditLedger.Counts counts = recount.counts();
    if (counts.capacity() == 0) {
      return null;
    }
    return new Audit(
        counts.capacity(),
        counts.available(),
        counts.held(),
        counts.booked(),
        counts.blocked(),
        null,
        recount.violations(),
        UNCHECKED,
        now);
  }
}
