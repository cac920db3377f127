package dev.boxoffice.testing;

import dev.boxoffice.local.stack.Database;
import java.net.URI;

/** Who runs the servers behind the tests. */
sealed interface Servers permits ChildProcesses, Containers {

  static Servers chosen() {
    var choice = System.getenv("BOXOFFICE_TEST_STACK");
    if (choice == null || choice.isEmpty() || choice.equals("processes")) {
      return new ChildProcesses();
    }
    if (choice.equals("testcontainers")) {
      return new Containers();
    }
    throw new IllegalArgumentException(
        "BOXOFFICE_TEST_STACK is processes or testcontainers, not " + choice);
  }

  Database startDatabase();

  URI startRedis();

  /** The bootstrap servers of a broker where topics must be created. */
  String startKafka();

  /** The endpoint of a store with {@link TestStack#ACCESS_KEY}, started once, and this bucket. */
  URI objectStore(String bucket);

  void stop();
}
