package dev.boxoffice.local.launcher.publishing;

import dev.boxoffice.local.stack.StackException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Publishes many events with their venues and shows, a few at once. */
public final class PublishListings {

  /** Each call waits for the gateway, a service and its disk in turn. */
  private static final int AT_ONCE = 4;

  private static final int SHOWS_A_LINE = 50;

  private final Organiser client;
  private final Consumer<String> progress;
  private final Map<String, String> venueIds = new ConcurrentHashMap<>();
  private final AtomicInteger events = new AtomicInteger();
  private final AtomicInteger shows = new AtomicInteger();
  private final AtomicInteger eventsThere = new AtomicInteger();
  private final AtomicInteger showsThere = new AtomicInteger();

  public PublishListings(Organiser client, Consumer<String> progress) {
    this.client = client;
    this.progress = progress;
  }

  /**
   * What a run published, and what it left alone because an earlier run had published it.
   *
   * @param eventIds of all listings, in their order
   */
  public record Published(
      int venues, int events, int shows, int eventsThere, int showsThere, List<String> eventIds) {
    public Published {
      eventIds = List.copyOf(eventIds);
    }
  }

  /** Returns when everything is published, not when it is open. */
  public Published publish(List<EventListing> listings, Catalogue there) {
    Map<String, VenueListing> venues = new LinkedHashMap<>();
    for (EventListing listing : listings) {
      if (there.find(listing).isEmpty()) {
        venues.putIfAbsent(listing.venue().key(), listing.venue());
      }
    }
    venueIds.putAll(there.venues());
    venues.keySet().removeAll(venueIds.keySet());
    long total = listings.stream().mapToLong(listing -> listing.shows().size()).sum();
    try {
      List<String> added = forEach(List.copyOf(venues.values()), this::publish);
      List<String> eventIds =
          forEach(listings, listing -> publish(listing, there.find(listing), total));
      return new Published(
          added.size(), events.get(), shows.get(), eventsThere.get(), showsThere.get(), eventIds);
    } catch (StackException e) {
      throw new StackException(
          "%s%nBefore that, %d events with %d shows were published. They stay; another run goes on from there."
              .formatted(e.getMessage(), events.get(), shows.get()),
          e);
    }
  }

  private String publish(VenueListing venue) {
    String id =
        client
            .create(
                "/v1/venues",
                Map.of(
                    "name", venue.name(),
                    "city", venue.city(),
                    "timezone", venue.timezone().getId(),
                    "plan", venue.plan().get()))
            .path("venueId")
            .asString();
    venueIds.put(venue.key(), id);
    return id;
  }

  private String publish(EventListing listing, Optional<Catalogue.Listed> there, long total) {
    String eventId = there.map(Catalogue.Listed::eventId).orElseGet(() -> publish(listing));
    if (there.isPresent()) {
      eventsThere.incrementAndGet();
    }
    for (ShowListing show : listing.shows()) {
      if (there.isPresent() && there.get().shows().contains(show.time())) {
        showsThere.incrementAndGet();
        continue;
      }
      var _ = client.create("/v1/events/" + eventId + "/shows", show.body());
      int published = shows.incrementAndGet();
      if (published % SHOWS_A_LINE == 0) {
        progress.accept("published %d of %d shows".formatted(published, total));
      }
    }
    return eventId;
  }

  private String publish(EventListing listing) {
    String venueId = venueIds.get(listing.venue().key());
    if (venueId == null) {
      throw new IllegalStateException("no venue for " + listing.key());
    }
    String id = client.create("/v1/events", listing.body(venueId)).path("eventId").asString();
    events.incrementAndGet();
    return id;
  }

  /** After a failure, what is under way ends and nothing new begins. */
  private static <T> List<String> forEach(List<T> all, Function<T, String> work) {
    AtomicBoolean failed = new AtomicBoolean();
    List<CompletableFuture<String>> answers = new ArrayList<>();
    try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
      for (T one : all) {
        answers.add(CompletableFuture.supplyAsync(() -> unless(failed, one, work), pool));
      }
    }
    try {
      return answers.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static <T> String unless(AtomicBoolean failed, T one, Function<T, String> work) {
    if (failed.get()) {
      throw new StackException("not tried, after a failure");
    }
    try {
      return work.apply(one);
    } catch (RuntimeException e) {
      failed.set(true);
      throw e;
    }
  }
}
