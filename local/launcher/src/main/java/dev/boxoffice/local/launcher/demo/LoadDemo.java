package dev.boxoffice.local.launcher.demo;

import dev.boxoffice.local.launcher.publishing.AwaitOpen;
import dev.boxoffice.local.launcher.publishing.Catalogue;
import dev.boxoffice.local.launcher.publishing.Organiser;
import dev.boxoffice.local.launcher.publishing.PublishListings;
import java.time.Instant;
import java.util.function.Consumer;

/** Publishes the demo catalogue, or what an interrupted run left out of it. */
public final class LoadDemo {

  private final Organiser client;
  private final Consumer<String> progress;

  public LoadDemo(Organiser client, Consumer<String> progress) {
    this.client = client;
    this.progress = progress;
  }

  /** What is on sale. */
  public record Loaded(int events, int shows, long seats) {}

  /**
   * Returns when every show is open.
   *
   * @param since from when the shows' days count; the same for every run that is to go on
   */
  public Loaded load(Instant since) {
    var listings = DemoFile.read().listings(since);
    var published = new PublishListings(client, progress).publish(listings, Catalogue.read(client));
    var opened = new AwaitOpen(client, progress).await(published.eventIds());
    return new Loaded(published.eventIds().size(), opened.shows(), opened.seats());
  }
}
