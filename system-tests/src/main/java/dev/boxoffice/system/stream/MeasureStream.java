package dev.boxoffice.system.stream;

import dev.boxoffice.local.stack.Ports;
import dev.boxoffice.system.client.Show;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Starts a system, has a show watched by many, changes its seats, and tells how it went. */
public final class MeasureStream {
  /** Before memory at rest is looked at: code and caches are there then. */
  private static final int FIRST_SUBSCRIBERS = 50;

  private static final Duration REST = Duration.ofSeconds(3);
  private static final Duration LAST_FRAME_WITHIN = Duration.ofSeconds(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final int BARE_FRAMES = 20;
  private static final Duration BARE_PAUSE = Duration.ofMillis(500);
  private static final Duration BARE_WITHIN = Duration.ofSeconds(60);

  private final StreamSettings settings;
  private final Path folder;
  private final Consumer<String> progress;

  /**
   * A bench.
   *
   * @param folder for the system's state, without that of an earlier one; its logs stay
   * @param progress is told what goes on
   */
  public MeasureStream(StreamSettings settings, Path folder, Consumer<String> progress) {
    this.settings = settings;
    this.folder = folder;
    this.progress = progress;
  }

  public StreamReport run() {
    try (StreamSystem system = StreamSystem.start(folder, settings.instances())) {
      Watched watched = watched(system);
      Reached bare = bare(watched.reached().getLast());
      return new StreamReport(
          settings, watched.before(), watched.atRest(), watched.reached(), bare, watched.wrong());
    }
  }

  /** What was seen while there were subscribers. */
  private record Watched(Memory before, Memory atRest, List<Reached> reached, String wrong) {}

  private Watched watched(StreamSystem system) {
    Show show = system.publish(settings.seatsNeeded());
    String path = "/v1/shows/" + show.showId() + "/stream?format=compact";
    subscribeABit(system, path);
    Memory before = Memory.of(system);
    try (Crowd crowd = new Crowd("127.0.2")) {
      subscribe(system, path, crowd);
      pass(REST);
      Memory atRest = Memory.of(system);
      progress.accept(StreamReport.line(atRest.minus(before), settings));
      HoldSeats holdSeats = new HoldSeats(system, show, settings.instances());
      var _ = reach(system, show, holdSeats, crowd, StreamSettings.WARM_UP_RATE, true);
      List<Reached> all = new ArrayList<>();
      for (int rate : settings.rates()) {
        Reached reached = reach(system, show, holdSeats, crowd, rate, false);
        progress.accept(StreamReport.line(reached, settings.subscribers()));
        all.add(reached);
      }
      return new Watched(before, atRest, all, crowd.wrong());
    }
  }

  private void subscribeABit(StreamSystem system, String path) {
    try (Crowd first = new Crowd("127.0.1")) {
      for (int port : system.ports()) {
        first.add(log(), port, path, FIRST_SUBSCRIBERS, 0);
      }
      var _ = first.awaitConnected();
      pass(REST);
    }
  }

  private void subscribe(StreamSystem system, String path, Crowd crowd) {
    for (int i = 0; i < settings.instances(); i++) {
      crowd.add(
          log(),
          system.ports().get(i),
          path,
          settings.subscribersOf(i),
          i == settings.instances() - 1 ? settings.silent() : 0);
    }
    int there = crowd.awaitConnected();
    if (there != settings.subscribers() + settings.silent()) {
      throw new IllegalStateException("only " + there + " connected; see " + log());
    }
  }

  private Reached reach(
      StreamSystem system,
      Show show,
      HoldSeats holdSeats,
      Crowd crowd,
      int perSecond,
      boolean warmUp) {
    crowd.report();
    crowd.forget();
    double cpuBefore = cpu(system.pids());
    long began = System.nanoTime();
    List<Integer> held =
        holdSeats.hold(perSecond, warmUp ? StreamSettings.WARM_UP : settings.lasts());
    double seconds = (System.nanoTime() - began) / 1e9;
    long deadline = System.nanoTime() + LAST_FRAME_WITHIN.toNanos();
    do {
      pass(BETWEEN_LOOKS);
      crowd.report();
    } while (!Reached.toldToAll(crowd.frames(), settings.subscribers()).keySet().containsAll(held)
        && System.nanoTime() < deadline);
    return Reached.of(
        perSecond,
        seconds,
        held,
        system.heldAt(show),
        crowd.frames(),
        settings.subscribers(),
        cpu(system.pids()) - cpuBefore);
  }

  /** Frames as long as ours, to as many sockets as one process may have. */
  private Reached bare(Reached ours) {
    int sockets = Math.min(settings.subscribers(), settings.perProcess());
    int port = Ports.free();
    List<String> arguments =
        List.of(
            Integer.toString(port),
            Integer.toString(sockets),
            Integer.toString((int) ours.bytesPerFrame()));
    try (LoadProcess server = LoadProcess.start(BareServer.class, log(), arguments);
        Crowd crowd = new Crowd("127.0.3")) {
      var _ = server.await("listening", BARE_WITHIN);
      crowd.add(log(), port, "/", sockets, 0);
      var _ = crowd.awaitConnected();
      var _ = send(server, BARE_FRAMES);
      crowd.report();
      crowd.forget();
      double cpuBefore = cpu(List.of(server.pid()));
      Map<Long, Long> sentAt = send(server, BARE_FRAMES);
      pass(BETWEEN_LOOKS);
      crowd.report();
      List<Long> took =
          crowd.frames().stream()
              .filter(frame -> frame.sockets() == sockets)
              .map(frame -> frame.lastMicros() - sentAt.getOrDefault(frame.seq(), 0L))
              .toList();
      return new Reached(
          0,
          BARE_FRAMES * BARE_PAUSE.toMillis() / 1000.0,
          BARE_FRAMES,
          BARE_FRAMES - took.size(),
          crowd.frames().size(),
          ours.bytesPerFrame(),
          took,
          (cpu(List.of(server.pid())) - cpuBefore) * settings.subscribers() / sockets);
    }
  }

  private static Map<Long, Long> send(LoadProcess server, int frames) {
    Map<Long, Long> sentAt = new HashMap<>();
    for (int i = 0; i < frames; i++) {
      server.say("send");
      String[] sent = server.await("sent", BARE_WITHIN).split(" ", -1);
      sentAt.put(Long.valueOf(sent[0]), Long.valueOf(sent[1]));
      pass(BARE_PAUSE);
    }
    return sentAt;
  }

  private Path log() {
    return folder.resolve("load.log");
  }

  private static double cpu(List<Long> pids) {
    return pids.stream().mapToDouble(ProcessCost::cpuSeconds).sum();
  }

  private static void pass(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
