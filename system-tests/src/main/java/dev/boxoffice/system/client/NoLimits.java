package dev.boxoffice.system.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Guard and edge count as always, and refuse nobody: a load is what they are there to stop. */
public final class NoLimits {
  public static final int LIMIT = 1_000_000;

  private NoLimits() {}

  /** What the services are started with. */
  public static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    String limit = Integer.toString(LIMIT);
    for (String who : List.of("GUARD_USER", "GUARD_ADDRESS", "GUARD_DEVICE")) {
      environment.put("BOXOFFICE_" + who + "_ATONCE", limit);
      environment.put("BOXOFFICE_" + who + "_PERSECOND", limit);
    }
    for (String who : List.of("USERHOLDS", "ADDRESSHOLDS", "USERCALLS", "ADDRESSCALLS")) {
      environment.put("BOXOFFICE_EDGE_" + who + "_ATONCE", limit);
      environment.put("BOXOFFICE_EDGE_" + who + "_PERSECOND", limit);
    }
    environment.put("BOXOFFICE_GUARD_REFUSALSMAX", limit);
    environment.put("BOXOFFICE_GUARD_EXPIREDHOLDSMAX", limit);
    return environment;
  }

  /** The same, and no hold expires while something is measured. */
  public static Map<String, String> ofLongHolds() {
    Map<String, String> environment = environment();
    environment.put("BOXOFFICE_SEAT_HOLDFOR", "PT2H");
    return environment;
  }
}
