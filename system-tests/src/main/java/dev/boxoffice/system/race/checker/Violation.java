package dev.boxoffice.system.race.checker;

/** One thing that must not be. */
public record Violation(Invariant invariant, String detail) {
  @Override
  public String toString() {
    return invariant + " (" + invariant.meaning() + "): " + detail;
  }
}
