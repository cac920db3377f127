package dev.boxoffice.system.seatmap;

import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.system.seatmap.MapReport.Size;
import dev.boxoffice.system.seatmap.MapSystem.PublishedShow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Starts a system and nginx, and reads maps from both. */
public final class MeasureMaps {
  private static final String CODING = "br";
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  /** Until a picture of the seats is too old to be given out. */
  private static final Duration A_PICTURE_LASTS = Duration.ofMillis(1100);

  private final MapSettings settings;
  private final Path folder;
  private final Consumer<String> progress;
  private final Web web = new Web();

  /**
   * A bench.
   *
   * @param folder for the system's state, without that of an earlier one; its logs stay
   * @param progress is told of each measurement
   */
  public MeasureMaps(MapSettings settings, Path folder, Consumer<String> progress) {
    this.settings = settings;
    this.folder = folder;
    this.progress = progress;
  }

  public MapReport run() {
    Wrk wrk = new Wrk(Programs.find("wrk", "wrk"));
    Path nginxProgram = Programs.find("nginx", "nginx-light");
    try (MapSystem system = MapSystem.start(folder, Clock.systemUTC())) {
      List<PublishedShow> shows = settings.seats().stream().map(system::publish).toList();
      List<Size> sizes = shows.stream().map(show -> size(system, show)).toList();
      try (Nginx nginx = Nginx.start(nginxProgram, nginxFolder(), bodies(system, shows))) {
        Run run = new Run(system, nginx, wrk);
        shows.forEach(run::warmUp);
        List<Reading> all = new ArrayList<>();
        shows.forEach(show -> all.addAll(run.measure(show)));
        return new MapReport(settings, sizes, all);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path nginxFolder() throws IOException {
    return Files.createDirectories(folder.toAbsolutePath().resolve("nginx"));
  }

  /** How many bytes, and how long it takes to make them. */
  private Size size(MapSystem system, PublishedShow show) {
    URI map = system.address(Program.SEAT).resolve(show.path(Form.FULL));
    double first = millis(map);
    String holdId = system.hold(show, "asha");
    LockSupport.parkNanos(A_PICTURE_LASTS.toNanos());
    double afterChange = millis(map);
    Size size =
        new Size(
            show.seats(),
            web.get(map, Map.of()).body().length,
            web.get(map, Map.of("Accept-Encoding", "gzip")).body().length,
            web.get(map, Map.of("Accept-Encoding", CODING)).body().length,
            web.get(
                    system.address(Program.SEAT).resolve(show.path(Form.AVAILABILITY)),
                    Map.of("Accept-Encoding", CODING))
                .body()
                .length,
            first,
            afterChange);
    progress.accept(size.line() + " (hold " + holdId + ")");
    return size;
  }

  private double millis(URI map) {
    long since = System.nanoTime();
    HttpResponse<byte[]> answer = web.get(map, Map.of("Accept-Encoding", CODING));
    double millis = (System.nanoTime() - since) / NANOS_PER_MILLI;
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(map + " answered " + answer.statusCode());
    }
    return millis;
  }

  private List<Nginx.Served> bodies(MapSystem system, List<PublishedShow> shows)
      throws IOException {
    List<Nginx.Served> bodies = new ArrayList<>();
    for (PublishedShow show : shows) {
      for (Form form : List.of(Form.FULL, Form.SECTIONS, Form.AVAILABILITY)) {
        HttpResponse<byte[]> answer =
            web.get(
                system.address(Program.SEAT).resolve(show.path(form)),
                Map.of("Accept-Encoding", CODING));
        String name = name(show, form);
        bodies.add(
            new Nginx.Served(
                name,
                answer.headers().firstValue("Content-Type").orElseThrow(),
                answer.headers().firstValue("Content-Encoding").orElse(""),
                Files.write(nginxFolder().resolve(name), answer.body())));
      }
    }
    return bodies;
  }

  private static String name(PublishedShow show, Form form) {
    return form.word() + "-" + show.seats();
  }

  /** The measuring itself. */
  private final class Run {
    private final MapSystem system;
    private final Nginx nginx;
    private final Wrk wrk;

    Run(MapSystem system, Nginx nginx, Wrk wrk) {
      this.system = system;
      this.nginx = nginx;
      this.wrk = wrk;
    }

    void warmUp(PublishedShow show) {
      for (Way way : List.of(Way.SEAT_SERVICE, Way.GATEWAY)) {
        for (Form form : Form.values()) {
          var _ = ask(way, form, show, settings.warmUp());
        }
      }
    }

    List<Reading> measure(PublishedShow show) {
      List<Reading> readings = new ArrayList<>();
      for (Form form : Form.values()) {
        for (Way way : Way.values()) {
          long before = system.queries();
          long since = System.nanoTime();
          Wrk.Run run = ask(way, form, show, settings.lasts());
          double seconds = (System.nanoTime() - since) / NANOS_PER_SECOND;
          Reading reading =
              new Reading(
                  way,
                  form,
                  show.seats(),
                  run.perSecond(),
                  run.p99Millis(),
                  run.bytesPerAnswer(),
                  run.failed(),
                  (system.queries() - before) / seconds);
          progress.accept(MapReport.line(reading));
          readings.add(reading);
        }
      }
      return readings;
    }

    private Wrk.Run ask(Way way, Form form, PublishedShow show, Duration lasts) {
      URI target =
          switch (way) {
            case SEAT_SERVICE -> system.address(Program.SEAT).resolve(show.path(form));
            case GATEWAY -> system.address(Program.GATEWAY).resolve(show.path(form));
            case NGINX_STATIC -> nginx.files(name(show, form));
            case NGINX_PROXY -> nginx.proxy(name(show, form));
          };
      Map<String, String> headers = new HashMap<>(Map.of("Accept-Encoding", CODING));
      if (form == Form.NOT_MODIFIED) {
        headers.put(
            "If-None-Match", web.get(target, headers).headers().firstValue("ETag").orElseThrow());
      }
      return wrk.run(target, headers, settings.connections(), lasts);
    }
  }
}
