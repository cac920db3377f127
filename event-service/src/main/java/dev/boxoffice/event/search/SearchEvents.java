package dev.boxoffice.event.search;

import dev.boxoffice.event.Listing;
import dev.boxoffice.event.catalogue.EventId;
import dev.boxoffice.event.catalogue.EventItem;
import dev.boxoffice.event.catalogue.EventItems;
import dev.boxoffice.event.search.ListingLedger.Found;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds listed events, the best match first, else the next one on. What was typed is taken for
 * misspelt only where nothing matches it as it stands.
 */
@Component
class SearchEvents {
  private final ListingLedger listings;
  private final Totals totals;
  private final CorrectSpelling spelling;
  private final EventItems items;
  private final Clock clock;

  SearchEvents(
      ListingLedger listings,
      Totals totals,
      CorrectSpelling spelling,
      EventItems items,
      Clock clock) {
    this.listings = listings;
    this.totals = totals;
    this.spelling = spelling;
    this.items = items;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Listing<EventItem> search(Criteria criteria, int page, int limit) {
    Found found = find(criteria, limit, (page - 1L) * limit);
    return new Listing<>(items.byId(found.ids()), page, limit, found.total());
  }

  private Found find(Criteria criteria, int limit, long offset) {
    Typed typed = criteria.query();
    if (typed == null) {
      ListingQuery query = new ListingQuery(criteria, null, clock.instant());
      return criteria.date() == null
          ? new Found(listings.ids(query.inOrder(limit, offset)), totals.of(criteria, query))
          : listings.all(query.all(null, null, limit, offset));
    }
    Found asTyped = find(criteria, typed, TextQuery.typed(typed), limit, offset);
    if (asTyped.total() > 0) {
      return asTyped;
    }
    TextQuery meant = spelling.correct(typed);
    return meant == null ? asTyped : find(criteria, typed, meant, limit, offset);
  }

  private Found find(Criteria criteria, Typed typed, TextQuery text, int limit, long offset) {
    ListingQuery query = new ListingQuery(criteria, text, clock.instant());
    if (criteria.date() != null) {
      // What one day has is never too much to be ranked.
      return listings.all(query.all(typed, null, limit, offset));
    }
    if (!totals.areKnownToBeMany(criteria, text)) {
      Found few = listings.all(query.all(typed, Totals.FEW + 1, limit, offset));
      if (few.total() <= Totals.FEW) {
        return few;
      }
    }
    return new Found(titledFirst(query, typed, limit, offset), totals.ofMany(criteria, text));
  }

  private List<EventId> titledFirst(ListingQuery query, Typed typed, int limit, long offset) {
    long titled = listings.count(query.countTitled(typed));
    List<EventId> ids = new ArrayList<>();
    if (offset < titled) {
      ids.addAll(listings.ids(query.titled(typed, limit, offset)));
    }
    if (ids.size() < limit) {
      long before = Math.max(0, offset - titled);
      ids.addAll(listings.ids(query.notTitled(typed, limit - ids.size(), before)));
    }
    return ids;
  }
}
