package dev.boxoffice.local.launcher;

import dev.boxoffice.local.launcher.demo.LoadDemo;
import dev.boxoffice.local.launcher.publishing.Elapsed;
import dev.boxoffice.local.launcher.publishing.Organiser;
import dev.boxoffice.local.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/**
 * The demo catalogue of a state, which is loaded once: at its first start, or at a later one if
 * that was interrupted. A file in the state says how far it is: {@code wanted}, the time at which
 * the loading began, or {@code loaded}. Without the file nobody wanted it.
 */
final class FirstCatalogue {

  private static final String WANTED = "wanted";
  private static final String LOADED = "loaded";

  private final Path file;
  private final Clock clock;
  private final Consumer<String> progress;

  FirstCatalogue(StateDir state, Clock clock, Consumer<String> progress) {
    this.file = state.folder().resolve("demo-catalogue");
    this.clock = clock;
    this.progress = progress;
  }

  void want() {
    write(WANTED);
  }

  boolean isWanted() {
    return Files.exists(file) && !read().equals(LOADED);
  }

  /** A system without its demo catalogue is up all the same, so a failure is only told. */
  void load(Organiser client) {
    long since = System.nanoTime();
    progress.accept("Loading the demo catalogue (only this once; --no-demo leaves it out)");
    try {
      LoadDemo.Loaded loaded =
          new LoadDemo(client, line -> progress.accept("  " + line)).load(begin());
      write(LOADED);
      progress.accept(
          "  demo catalogue   %d events, %d shows, %,d places on sale in %s"
              .formatted(loaded.events(), loaded.shows(), loaded.seats(), Elapsed.since(since)));
    } catch (StackException e) {
      progress.accept("The demo catalogue is not complete: " + e.getMessage());
      progress.accept("./boxoffice up goes on with it");
    }
  }

  /** When the loading began, in whichever run that was: the shows' days count from there. */
  private Instant begin() {
    String text = read();
    if (!text.equals(WANTED)) {
      return Instant.parse(text);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    write(now.toString());
    return now;
  }

  private String read() {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private void write(String text) {
    try {
      var _ = Files.writeString(file, text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
