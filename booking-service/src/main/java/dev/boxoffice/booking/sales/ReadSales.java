package dev.boxoffice.booking.sales;

import dev.boxoffice.booking.ShowId;
import dev.boxoffice.booking.UserId;
import dev.boxoffice.booking.show.Shows;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A show's sale, for its own organiser. */
@Component
class ReadSales {

  private final Shows shows;
  private final SalesLedger sales;

  ReadSales(Shows shows, SalesLedger sales) {
    this.shows = shows;
    this.sales = sales;
  }

  /** The sale; absent if there is no such show of this organiser. */
  @Nullable Sales read(ShowId id, UserId organiser) {
    var show = shows.find(id);
    if (show == null || !organiser.value().equals(show.organiserId())) {
      return null;
    }
    var sections = sales.sections(id);
    return new Sales(
        id.value(),
        show.title(),
        show.showTime(),
        sum(sections, Sales.Section::sold),
        sum(sections, Sales.Section::held),
        sum(sections, Sales.Section::available),
        sum(sections, Sales.Section::revenue),
        sum(sections, Sales.Section::refunds),
        show.currency(),
        sum(sections, Sales.Section::checkedIn),
        sales.countedAt(id),
        sections,
        sales.hours(id),
        show.cancelledAt() == null ? null : sales.cancellation(id, show.cancelledAt()));
  }

  private static long sum(List<Sales.Section> sections, ToLongFunction<Sales.Section> figure) {
    return sections.stream().mapToLong(figure).sum();
  }
}
