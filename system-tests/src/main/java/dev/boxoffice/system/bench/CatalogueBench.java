package dev.boxoffice.system.bench;

import dev.boxoffice.system.catalogue.MeasureSearches;
import dev.boxoffice.system.catalogue.SearchSettings;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Searches among half a million events. */
@Command(
    name = "catalogue",
    description = {
      "Writes a catalogue of generated events straight into event-service's tables and searches it",
      "over HTTP at a steady rate, beside a sale: by city, category, day and words, misspelt too,",
      "page after page.",
      "Prints how long each kind of search took, just started and warm, the indexes that its",
      "statement used, and what that statement takes when indexes are forbidden.",
      "About 5 minutes (--events 50000: 3); let the machine do nothing else meanwhile."
    })
final class CatalogueBench extends BenchCommand {
  @Option(
      names = "--events",
      description = "in the catalogue (${DEFAULT-VALUE})",
      defaultValue = "500000")
  private int events;

  @Option(names = "--rate", description = "searches/s (${DEFAULT-VALUE})", defaultValue = "200")
  private int rate;

  @Option(
      names = "--holds",
      description = "holds/s of a sale beside it, 0 for none (${DEFAULT-VALUE})",
      defaultValue = "50")
  private int holds;

  @Option(
      names = "--for",
      description = "the warm measurement (${DEFAULT-VALUE})",
      defaultValue = "30s")
  private Duration lasts = Duration.ofSeconds(30);

  @Option(
      names = "--seed",
      description = "of what is looked for (${DEFAULT-VALUE})",
      defaultValue = "1")
  private long seed;

  @Override
  public Integer call() {
    SearchSettings settings = settings(() -> new SearchSettings(events, rate, holds, lasts, seed));
    say("Starting event-service and what it needs, in " + folder());
    new MeasureSearches(settings, folder(), this::say).run();
    return 0;
  }
}
