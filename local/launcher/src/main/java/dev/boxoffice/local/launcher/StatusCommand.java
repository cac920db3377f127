package dev.boxoffice.local.launcher;

import dev.boxoffice.local.stack.LocalProcess;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows every program; exits with 1 unless all of them run and are well. */
@Command(
    name = "status",
    description = "Shows every program with its pid, port, memory and health.")
final class StatusCommand implements Callable<Integer> {

  private static final String ROW = "%-16s %8s %6s %9s  %s%n";

  private final PrintStream out = System.out;

  @Override
  public Integer call() {
    StateDir state = Launcher.state();
    PortPlan ports = state.ports();
    Health health = new Health(ports);
    boolean allWell = true;
    long total = 0;
    out.printf(ROW, "program", "pid", "port", "memory", "health");
    for (Program program : LocalSystem.all()) {
      Optional<LocalProcess> process = state.running(program);
      boolean well = process.isPresent() && health.isGood(program);
      long memory = process.map(running -> Memory.megabytesOf(running.pid())).orElse(0L);
      allWell &= well;
      total += memory;
      out.printf(
          ROW,
          program.label(),
          process.map(running -> Long.toString(running.pid())).orElse("-"),
          ports.of(program),
          process.isPresent() ? memory + " MB" : "-",
          process.isEmpty() ? "not running" : well ? "ready" : "NOT READY");
    }
    out.printf(ROW, "", "", "", total + " MB", "");
    return allWell ? 0 : 1;
  }
}
