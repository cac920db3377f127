package dev.boxoffice.local.stack;

/** How long a child process may live. */
public enum Lifetime {
  /** Until it is stopped or this JVM ends, however this JVM ends. */
  OF_THIS_JVM,
  /** Until it is stopped, perhaps by a later JVM that finds its pid file. */
  UNTIL_STOPPED
}
