package dev.boxoffice.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A program that starts a child for its own lifetime and then waits to be killed. */
final class ParentOfOneChild {

  private ParentOfOneChild() {}

  public static void main(String[] arguments) {
    var home = new Home(Path.of(arguments[0]), 0, Lifetime.OF_THIS_JVM);
    var child = LocalProcess.start(ProcessCommand.at(home, "inner", List.of("sleep", "60")));
    System.exit(child.endsWithin(Duration.ofSeconds(60)) ? 0 : 1);
  }
}
