package dev.boxoffice.system.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All subscribers, in as many processes as there are servers. */
final class Crowd implements AutoCloseable {
  private static final Duration CONNECTED_WITHIN = Duration.ofMinutes(2);
  private static final Duration REPORT_WITHIN = Duration.ofSeconds(60);

  private final String network;
  private final List<LoadProcess> processes = new ArrayList<>();
  private final Map<Long, FrameSeen> frames = new TreeMap<>();
  private String wrong = "";

  /**
   * A crowd.
   *
   * @param network where its addresses are, such as {@code 127.0.1}: ports of a crowd that has gone
   *     cannot be had for a minute
   */
  Crowd(String network) {
    this.network = network;
  }

  /** Each process comes from an address of its own, as ports are few. */
  void add(Path log, int port, String path, int subscribers, int silent) {
    processes.add(
        LoadProcess.start(
            Subscribers.class,
            log,
            List.of(
                "127.0.0.1",
                Integer.toString(port),
                path,
                network + "." + (processes.size() + 1),
                Integer.toString(subscribers),
                Integer.toString(silent))));
  }

  /** How many are there, the silent ones too. */
  int awaitConnected() {
    return processes.stream()
        .mapToInt(process -> Integer.parseInt(process.await("connected", CONNECTED_WITHIN)))
        .sum();
  }

  /** Asks all for what they saw since the last time. */
  void report() {
    processes.forEach(process -> process.say("report"));
    List<String> allWrong = new ArrayList<>();
    for (LoadProcess process : processes) {
      List<String> lines = process.awaitAll("wrong", REPORT_WITHIN);
      for (String line : lines.subList(0, lines.size() - 1)) {
        FrameSeen frame = FrameSeen.parse(line.substring("frame ".length()));
        frames.merge(frame.seq(), frame, FrameSeen::with);
      }
      allWrong.add(lines.getLast());
    }
    wrong = String.join(", ", allWrong);
  }

  /** What was seen so far; frames seen by some after they were forgotten come again. */
  List<FrameSeen> frames() {
    return List.copyOf(frames.values());
  }

  void forget() {
    frames.clear();
  }

  /** Of each process: times that it was told to read anew, numbers left out, sockets lost. */
  String wrong() {
    return wrong;
  }

  @Override
  public void close() {
    processes.forEach(LoadProcess::close);
  }
}
