package dev.boxoffice.local.launcher.programme;

import dev.boxoffice.local.launcher.publishing.AwaitOpen;
import dev.boxoffice.local.launcher.publishing.Catalogue;
import dev.boxoffice.local.launcher.publishing.Elapsed;
import dev.boxoffice.local.launcher.publishing.EventListing;
import dev.boxoffice.local.launcher.publishing.Organiser;
import dev.boxoffice.local.launcher.publishing.PublishListings;
import dev.boxoffice.local.stack.StackException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Publishes an orchestra's season and tells how far it is, what was left out and what made up. */
public final class ImportProgramme {

  private final Organiser client;
  private final PrintStream out;
  private final Notes skipped = new Notes();
  private final Notes madeUp = new Notes();

  public ImportProgramme(Organiser client, PrintStream out) {
    this.client = client;
    this.out = out;
  }

  /**
   * Returns when every show is open.
   *
   * @param ofSeason the only one wanted; null for all in the file
   */
  public void run(Path file, @Nullable String ofSeason, Terms terms, Instant now) {
    long since = System.nanoTime();
    List<Programme> programmes = new ProgrammeFile(ofSeason, skipped, madeUp).read(file);
    if (programmes.isEmpty()) {
      printNotes("Skipped:", skipped);
      throw new StackException(file + " has no concert that could be imported");
    }
    Season season = new Season(programmes, terms);
    out.printf(
        "%s: %d programmes, %d concerts in %d places%n",
        file.getFileName(), programmes.size(), season.concerts().size(), season.places());

    Catalogue there = Catalogue.read(client);
    Move move = earlier(season, there).orElseGet(() -> Move.intoTheFuture(season.concerts(), now));
    tell(season, move);
    List<EventListing> listings = season.listings(move, now, skipped);
    var published = new PublishListings(client, this::tell).publish(listings, there);
    out.printf(
        "published %d venues, %d events and %d shows in %s%n",
        published.venues(), published.events(), published.shows(), Elapsed.since(since));
    var opened = new AwaitOpen(client, this::tell).await(published.eventIds());
    out.printf(
        "all %d shows are open, with %,d places, after %s%n",
        opened.shows(), opened.seats(), Elapsed.since(since));

    if (published.showsThere() > 0) {
      skipped.addAll(
          published.showsThere(), "shows that are there already", "from an earlier import");
    }
    if (terms.plan() == null && published.venues() > 0) {
      madeUp.addAll(published.venues(), "seating plans", "drawn to suit the venue's name");
      madeUp.addAll(published.shows(), "price lists", "the dearest seats first");
    }
    printNotes("Skipped:", skipped);
    printNotes("Made up, as the file does not say it:", madeUp);
  }

  /** A second import goes with the first one's move, or every show would come again. */
  private static Optional<Move> earlier(Season season, Catalogue there) {
    OptionalInt years =
        season.keys().stream()
            .filter(there.events()::containsKey)
            .mapToInt(key -> there.metadata(key).path(Season.YEARS_MOVED).asInt(0))
            .max();
    return years.isPresent() ? Optional.of(new Move(years.getAsInt())) : Optional.empty();
  }

  private void tell(Season season, Move move) {
    List<LocalDate> days = season.concerts().stream().map(Concert::day).sorted().toList();
    LocalDate first = days.getFirst();
    LocalDate last = days.getLast();
    out.printf(
        "%s to %s, moved by %d years: %s to %s%n",
        first, last, move.years(), first.plusYears(move.years()), last.plusYears(move.years()));
  }

  private void tell(String line) {
    out.println("  " + line);
  }

  private void printNotes(String heading, Notes notes) {
    out.println(heading);
    List<String> lines = notes.lines();
    (lines.isEmpty() ? List.of("nothing") : lines).forEach(this::tell);
  }
}
