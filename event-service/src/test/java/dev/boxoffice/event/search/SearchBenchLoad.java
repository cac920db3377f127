package dev.boxoffice.event.search;

import dev.boxoffice.event.search.SearchBenchWishes.Wish;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Searches at a steady rate, whether earlier ones are answered or not. What counts is from when a
 * search was due.
 */
final class SearchBenchLoad {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final double NANOS_PER_MILLI = 1e6;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final String address;
  private final SearchBenchWishes wishes;
  private final int perSecond;

  SearchBenchLoad(String address, SearchBenchWishes wishes, int perSecond) {
    this.address = address;
    this.wishes = wishes;
    this.perSecond = perSecond;
  }

  private record Done(SearchBenchKind kind, long nanos, int status, int rows) {}

  /**
   * What came of a run.
   *
   * @param lines one for each kind, and one for all
   * @param failed searches that were answered with another status than 200, or not at all
   */
  record Report(List<String> lines, long failed) {}

  Report run(Duration lasts) throws InterruptedException, ExecutionException {
    long period = TimeUnit.SECONDS.toNanos(1) / perSecond;
    List<Future<Done>> searches = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime();
      for (long n = 0; n < lasts.toNanos() / period; n++) {
        long due = begin + n * period;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        Wish wish = wishes.any();
        searches.add(threads.submit(() -> search(wish, due)));
      }
    }
    Map<SearchBenchKind, List<Done>> byKind = new EnumMap<>(SearchBenchKind.class);
    List<Done> all = new ArrayList<>();
    for (Future<Done> search : searches) {
      Done done = search.get();
      all.add(done);
      byKind.computeIfAbsent(done.kind(), _ -> new ArrayList<>()).add(done);
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "%-14s %8s %6s %6s %9s %9s %9s"
            .formatted("kind", "searches", "failed", "rows", "p50 ms", "p99 ms", "p99.9 ms"));
    byKind.forEach((kind, done) -> lines.add(line(kind.name(), done)));
    lines.add(line("all", all));
    return new Report(lines, failed(all));
  }

  private Done search(Wish wish, long due) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + address + wish.path()))
            .timeout(TIMEOUT)
            .build();
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      long nanos = System.nanoTime() - due;
      int rows = JSON.readTree(answer.body()).path("items").size();
      return new Done(wish.kind(), nanos, answer.statusCode(), rows);
    } catch (IOException e) {
      System.out.println(wish.path() + ": " + e);
      return new Done(wish.kind(), System.nanoTime() - due, 0, 0);
    }
  }

  private static String line(String name, List<Done> done) {
    long[] nanos = done.stream().mapToLong(Done::nanos).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%-14s %8d %6d %6.1f %9.1f %9.1f %9.1f",
        name.toLowerCase(Locale.ROOT).replace('_', ' '),
        done.size(),
        failed(done),
        done.stream().mapToInt(Done::rows).average().orElse(0),
        percentile(nanos, 50),
        percentile(nanos, 99),
        percentile(nanos, 99.9));
  }

  private static long failed(List<Done> done) {
    return done.stream().filter(one -> one.status() != 200).count();
  }

  /** The nearest rank, in milliseconds. */
  static double percentile(long[] sortedNanos, double percent) {
    int rank =
        Math.clamp((long) Math.ceil(percent * sortedNanos.length / 100), 1, sortedNanos.length);
    return sortedNanos[rank - 1] / NANOS_PER_MILLI;
  }
}
