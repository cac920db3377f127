package dev.boxoffice.event.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts shows together with what is known of their sales. */
@Component
class ShowStates {
  private final ShowSalesRepository sales;
  private final Clock clock;

  ShowStates(ShowSalesRepository sales, Clock clock) {
    this.sales = sales;
    this.clock = clock;
  }

  /** In the order given. */
  List<ShowState> of(List<Show> shows) {
    Instant now = clock.instant();
    Map<ShowId, ShowSales> byShow =
        sales.ofShows(shows.stream().map(show -> show.id().value()).toList()).stream()
            .collect(Collectors.toMap(ShowSales::id, Function.identity()));
    return shows.stream().map(show -> new ShowState(show, byShow.get(show.id()), now)).toList();
  }
}
