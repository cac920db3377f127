package dev.boxoffice.system.race;

import dev.boxoffice.local.stack.Repository;
import org.jspecify.annotations.Nullable;

/** The one arena of all tests that break things; it ends with the JVM. */
public final class Arenas {
  private static @Nullable Arena running;
  private static boolean failedToStart;

  private Arenas() {}

  public static synchronized Arena running() {
    Arena arena = running;
    if (arena == null) {
      // One try is enough: each would fail for the same reason, and slowly.
      if (failedToStart) {
        throw new IllegalStateException("the arena did not start; see the first failure");
      }
      failedToStart = true;
      arena = Arena.start(Repository.root().resolve("system-tests/target/race"));
      failedToStart = false;
      running = arena;
    }
    return arena;
  }
}
