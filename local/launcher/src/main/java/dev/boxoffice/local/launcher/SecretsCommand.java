package dev.boxoffice.local.launcher;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the secrets of a local system for containers, making them the first time. */
@Command(
    name = "secrets",
    description = "Writes what containers of a local system must not share: a folder a program.")
final class SecretsCommand implements Callable<Integer> {

  @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "Where to.")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    new SecretFiles(LocalSecrets.in(Launcher.state().created())).write(folder);
    return 0;
  }
}
