package dev.boxoffice.system.hold;

/** A way to hold seats, in the order of the report. */
public enum Way {
  IN_PROCESS('a', "ours, in process"),
  SEAT_SERVICE('b', "ours, HTTP to seat-service"),
  GATEWAY('c', "ours, HTTP through the gateway"),
  SEED('d', "MULTI of SET NX, then UPDATE"),
  ROW_LOCKS('e', "SELECT ... FOR UPDATE"),
  PGBENCH('f', "guarded write by pgbench"),
  WHOLE_ROW_LOCKS('g', "(e), writing what (a) writes");

  private final char letter;
  private final String label;

  Way(char letter, String label) {
    this.letter = letter;
    this.label = label;
  }

  public char letter() {
    return letter;
  }

  String label() {
    return label;
  }

  /** Whether it runs in a JVM that is seat-service and load at once. */
  boolean isInProcess() {
    return switch (this) {
      case IN_PROCESS, SEED, ROW_LOCKS, WHOLE_ROW_LOCKS -> true;
      case SEAT_SERVICE, GATEWAY, PGBENCH -> false;
    };
  }
}
