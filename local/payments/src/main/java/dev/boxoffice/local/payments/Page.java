package dev.boxoffice.local.payments;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted, as the API's lists are asked for: newest first, in pages.
 *
 * @param from the earliest second, if not all are wanted
 * @param before the first second that is too late
 * @param after the id of the last item of the page before
 */
record Page(@Nullable Long from, @Nullable Long before, int limit, @Nullable String after) {

  private static final int LIMIT_MAX = 100;
  private static final int LIMIT_BY_DEFAULT = 10;

  static Page of(
      @Nullable Long from, @Nullable Long before, @Nullable Integer limit, @Nullable String after) {
    int wanted = limit == null ? LIMIT_BY_DEFAULT : limit;
    return new Page(from, before, Math.clamp(wanted, 1, LIMIT_MAX), after);
  }

  /** The items of the page, and perhaps one more, which says that there are others. */
  <T> List<T> of(List<T> oldestFirst, Function<T, String> id, Function<T, Instant> createdAt) {
    var wanted = oldestFirst.reversed().stream().filter(item -> isWanted(createdAt.apply(item)));
    var rest =
        after == null ? wanted : wanted.dropWhile(item -> !id.apply(item).equals(after)).skip(1);
    return rest.limit(limit + 1L).toList();
  }

  private boolean isWanted(Instant createdAt) {
    long second = createdAt.getEpochSecond();
    return (from == null || second >= from) && (before == null || second < before);
  }
}
