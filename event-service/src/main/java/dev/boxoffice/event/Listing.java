package dev.boxoffice.event;

import java.util.List;

/**
 * One page of a list.
 *
 * @param page counted from 1
 * @param total of all pages
 */
public record Listing<T>(List<T> items, int page, int limit, long total) {
  /** Beyond this nobody reads on, and the database would count for nothing. */
  public static final int PAGE_MAX = 100_000;

  public static final int LIMIT_MAX = 100;

  public Listing {
    items = List.copyOf(items);
  }
}
