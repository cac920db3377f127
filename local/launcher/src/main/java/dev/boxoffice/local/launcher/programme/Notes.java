package dev.boxoffice.local.launcher.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was not taken as it is in the file, by reason. */
final class Notes {

  private static final int EXAMPLES_MAX = 3;

  private final Map<String, List<String>> byReason = new LinkedHashMap<>();
  private final List<String> wholesale = new ArrayList<>();

  /**
   * Remembers one more.
   *
   * @param reason the same for all that are alike
   * @param what which one
   */
  void add(String reason, String what) {
    byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(what);
  }

  /** Remembers many at once, of which there is nothing more to say one by one. */
  void addAll(int number, String what, String reason) {
    wholesale.add("%d %s: %s".formatted(number, what, reason));
  }

  /** One line a reason, with a few examples. */
  List<String> lines() {
    return Stream.concat(wholesale.stream(), ofReasons()).toList();
  }

  private Stream<String> ofReasons() {
    return byReason.entrySet().stream()
        .map(
            entry -> {
              List<String> all = entry.getValue();
              String some = String.join("; ", all.subList(0, Math.min(all.size(), EXAMPLES_MAX)));
              return "%d %s: %s%s"
                  .formatted(
                      all.size(), entry.getKey(), some, all.size() > EXAMPLES_MAX ? "; ..." : "");
            });
  }
}
