package dev.boxoffice.event.search;

import dev.boxoffice.defaults.problem.UnavailableException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Bounds the searches in progress: those beyond it would wait for a connection with all that they
 * keep in memory, until there is none left. A fast 503 is kinder.
 */
@Component
class SearchesInFlight {
  /** A few for each connection. */
  static final int MOST = 64;

  private final Semaphore places = new Semaphore(MOST);

  /** Searches, if there is a place. */
  <T> T admit(Supplier<T> search) {
    if (!places.tryAcquire()) {
      throw new UnavailableException("too many searches in flight", null);
    }
    try {
      return search.get();
    } finally {
      places.release();
    }
  }
}
