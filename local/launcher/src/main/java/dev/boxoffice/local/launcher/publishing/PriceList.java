package dev.boxoffice.local.launcher.publishing;

import dev.boxoffice.local.stack.StackException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants for the seats of a plan, in minor units.
 *
 * @param usual for categories that {@code own} does not name; null for a scale
 * @param cheapest where the scale begins
 */
public record PriceList(Map<String, Long> own, @Nullable Long usual, long cheapest) {

  public PriceList {
    own = Map.copyOf(own);
  }

  /** A price for each category of a plan, whose first category is its best, as plans go. */
  public Map<String, Long> of(List<String> categories) {
    for (String category : own.keySet()) {
      if (!categories.contains(category)) {
        throw new StackException(
            "--price names \"%s\", but the plan's categories are %s"
                .formatted(category, String.join(", ", categories)));
      }
    }
    Map<String, Long> all = new LinkedHashMap<>();
    for (int i = 0; i < categories.size(); i++) {
      long price = usual == null ? cheapest * (categories.size() - i) : usual;
      all.putIfAbsent(categories.get(i), own.getOrDefault(categories.get(i), price));
    }
    return all;
  }
}
