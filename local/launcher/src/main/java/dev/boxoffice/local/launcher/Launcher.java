package dev.boxoffice.local.launcher;

import dev.boxoffice.local.stack.Repository;
import dev.boxoffice.local.stack.StackException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./boxoffice} calls once everything is built. */
@Command(
    name = "boxoffice",
    description = "Runs Boxoffice on this machine.",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      TokenCommand.class,
      ImportCommand.class,
      DeadLettersCommand.class,
      SecretsCommand.class,
      DatabaseCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Launcher {

  private Launcher() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Launcher())
        .registerConverter(java.time.Duration.class, Launcher::duration)
        .setExecutionExceptionHandler(
            (exception, command, result) -> {
              if (exception instanceof StackException) {
                command.getErr().println("boxoffice: " + exception.getMessage());
                return 1;
              }
              throw exception;
            });
  }

  /** {@code BOXOFFICE_STATE}, else {@code .boxoffice} in the source tree. */
  static StateDir state() {
    return StateDir.at(
        Optional.ofNullable(System.getenv("BOXOFFICE_STATE"))
            .map(Path::of)
            .orElseGet(() -> Repository.root().resolve(".boxoffice")));
  }

  /** {@code 90s}, {@code 15m}, {@code 1h}, {@code 2d} or ISO 8601. */
  static java.time.Duration duration(String text) {
    String upper = text.toUpperCase(java.util.Locale.ROOT);
    if (upper.startsWith("P")) {
      return java.time.Duration.parse(upper);
    }
    return java.time.Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
  }
}
