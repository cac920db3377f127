package dev.boxoffice.gateway.sharing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.boxoffice.gateway.edge.TraceContext;
import dev.boxoffice.gateway.routing.Target;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Answers kept for a moment, and questions on their way: whoever asks what is being asked waits for
 * the same answer.
 *
 * <p>An answer grows old in three steps. While fresh it is given out; in the last quarter of that
 * time whoever asks also has it asked for anew, so what is asked for all the time never goes stale.
 * Stale, it stands in for the new one if that does not come within {@code patience}, or fails.
 * After that it is gone. So it lags by no more than the fresh time as long as its service answers.
 */
final class SharedAnswers {
  private static final Logger log = LoggerFactory.getLogger(SharedAnswers.class);

  private final SharingSettings settings;
  private final Origin origin;
  private final Ticker ticker;
  private final Cache<SharedKey, Entry> kept;
  private final ConcurrentMap<SharedKey, Flight> flights = new ConcurrentHashMap<>();

  /** Services that have not answered since that was last said. */
  private final Set<Target> silent = ConcurrentHashMap.newKeySet();

  SharedAnswers(SharingSettings settings, Origin origin, Ticker ticker) {
    this.settings = settings;
    this.origin = origin;
    this.ticker = ticker;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(settings.bytesMax().toBytes())
            .weigher((SharedKey key, Entry entry) -> entry.weight())
            .expireAfterWrite(settings.freshAtMost().plus(settings.staleAtMost()))
            .ticker(ticker)
            .build();
  }

  /** A question on its way. */
  private record Flight(long since, CompletableFuture<Found> landing) {}

  /** What there is to be given out. */
  sealed interface Found {
    record Answer(SharedAnswer answer, long ageSeconds) implements Found {}

    /** It must be asked for by the one who wants it. */
    record NotShared() implements Found {}

    /** Likewise, this time: there is no memory left to gather it in. */
    record NoRoom() implements Found {}
  }

  /** An answer that may be given out without waiting, or null. */
  Found.@Nullable Answer ready(SharedKey key) {
    Entry entry = kept.getIfPresent(key);
    if (entry == null) {
      return null;
    }
    long now = ticker.read();
    if (entry.isFresh(now)) {
      if (entry.isOldish(now)) {
        var _ = flight(entry.service(), key, entry, TraceContext.begin());
      }
      return new Found.Answer(entry.answer(), entry.ageSeconds(now));
    }
    Flight flight = flights.get(key);
    return flight != null && entry.mayStandIn(now) && isOutOfPatience(flight, now)
        ? new Found.Answer(entry.answer(), entry.ageSeconds(now))
        : null;
  }

  /** An answer, waited for if need be. */
  Mono<Found> find(Target service, SharedKey key, TraceContext trace) {
    Found ready = ready(key);
    if (ready != null) {
      return Mono.just(ready);
    }
    Entry entry = kept.getIfPresent(key);
    long now = ticker.read();
    Flight flight = flight(service, key, entry, trace);
    // Who goes away leaves the others their answer.
    Mono<Found> landing = Mono.fromFuture(flight.landing(), true);
    if (entry == null || !entry.mayStandIn(now)) {
      return landing;
    }
    Found standIn = new Found.Answer(entry.answer(), entry.ageSeconds(now));
    return landing
        .timeout(left(flight, now), Mono.just(standIn))
        .onErrorReturn(standIn)
        .map(found -> isFault(found) ? standIn : found);
  }

  /** The memory that kept answers take, about. */
  long keptBytes() {
    kept.cleanUp();
    return kept.asMap().values().stream().mapToLong(Entry::weight).sum();
  }

  private Flight flight(Target service, SharedKey key, @Nullable Entry known, TraceContext trace) {
    Flight mine = new Flight(ticker.read(), new CompletableFuture<>());
    Flight running = flights.putIfAbsent(key, mine);
    if (running != null) {
      return running;
    }
    Entry landed = kept.getIfPresent(key);
    if (landed != null && (known == null || landed.asked() != known.asked())) {
      // Another flight landed since the caller looked.
      flights.remove(key, mine);
      long age = landed.ageSeconds(ticker.read());
      var _ = mine.landing().complete(new Found.Answer(landed.answer(), age));
      return mine;
    }
    String tag = known == null ? null : known.answer().tag();
    var _ =
        Mono.defer(() -> origin.ask(service, key, tag, trace))
            .map(reply -> landed(service, key, known, mine, reply))
            .subscribe(
                found -> {
                  end(key, mine, isFault(found) && standsIn(known));
                  var _ = mine.landing().complete(found);
                },
                failure -> {
                  warnOnce(service, key, failure);
                  end(key, mine, standsIn(known));
                  var _ = mine.landing().completeExceptionally(failure);
                });
    return mine;
  }

  /** Not for each of the questions that an outage leaves without an answer. */
  private void warnOnce(Target service, SharedKey key, Throwable failure) {
    if (silent.add(service)) {
      log.warn("{} for {} got no answer: {}", service, key.uri(), failure.toString());
    }
  }

  /** A service that fails at once, while something can stand in, is given a rest. */
  private void end(SharedKey key, Flight flight, boolean afterRest) {
    if (afterRest) {
      var _ = Mono.delay(settings.patience()).subscribe(_ -> flights.remove(key, flight));
    } else {
      flights.remove(key, flight);
    }
  }

  private Found landed(
      Target service, SharedKey key, @Nullable Entry known, Flight flight, Origin.Reply reply) {
    if (!(reply instanceof Origin.Reply.NoRoom)) {
      silent.remove(service);
    }
    return switch (reply) {
      case Origin.Reply.Whole(SharedAnswer answer) -> {
        Lifetime lifetime = Lifetime.of(answer.status().value(), answer.received(), settings);
        if (lifetime != null) {
          kept.put(key, new Entry(service, answer, lifetime, flight.since()));
        } else if (!answer.status().is5xxServerError()) {
          kept.invalidate(key);
        }
        yield new Found.Answer(answer, 0);
      }
      case Origin.Reply.Unchanged() when known != null -> {
        kept.put(key, known.askedAgain(flight.since()));
        yield new Found.Answer(known.answer(), 0);
      }
      // Nothing was known that could be unchanged.
      case Origin.Reply.Unchanged() -> new Found.NotShared();
      case Origin.Reply.TooLarge() -> {
        kept.invalidate(key);
        yield new Found.NotShared();
      }
      case Origin.Reply.NoRoom() -> new Found.NoRoom();
    };
  }

  private boolean standsIn(@Nullable Entry known) {
    return known != null && known.mayStandIn(ticker.read());
  }

  /** Whether an old answer is better. */
  private static boolean isFault(Found found) {
    return switch (found) {
      case Found.Answer(SharedAnswer answer, long _) -> answer.status().is5xxServerError();
      case Found.NotShared() -> false;
      case Found.NoRoom() -> true;
    };
  }

  private boolean isOutOfPatience(Flight flight, long now) {
    return !left(flight, now).isPositive();
  }

  private Duration left(Flight flight, long now) {
    Duration left = settings.patience().minusNanos(now - flight.since());
    return left.isPositive() ? left : Duration.ZERO;
  }
}
