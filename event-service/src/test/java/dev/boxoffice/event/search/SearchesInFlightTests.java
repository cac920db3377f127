package dev.boxoffice.event.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.boxoffice.defaults.problem.UnavailableException;
import org.junit.jupiter.api.Test;

class SearchesInFlightTests {
  private final SearchesInFlight inFlight = new SearchesInFlight();

  @Test
  void refusesAtOnceBeyondTheLimitAndAdmitsAgainAfterwards() {
    assertThat(searchesWithin(SearchesInFlight.MOST)).isEqualTo(SearchesInFlight.MOST);
    assertThatThrownBy(() -> searchesWithin(SearchesInFlight.MOST + 1))
        .isInstanceOf(UnavailableException.class);
    assertThat(searchesWithin(SearchesInFlight.MOST)).isEqualTo(SearchesInFlight.MOST);
  }

  /** Each begun before the one around it has ended. */
  private int searchesWithin(int depth) {
    return depth == 0 ? 0 : 1 + inFlight.admit(() -> searchesWithin(depth - 1));
  }
}
