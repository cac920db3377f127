package dev.boxoffice.seat.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The bare floor: the guarded write of seats, their history and the hold in one statement of one
 * transaction each, by {@code pgbench}. It passes on to the next show after as many attempts as it
 * takes to sell one; it does not tell granted attempts from refused ones.
 */
final class PgBench {
  private static final int HOT_PERCENT = 80;
  private static final int HOT_PART = 5;
  private static final int LATENCY_FIELD = 2;
  private static final long NANOS_PER_MICRO = 1000;
  private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+) ");
  private static final Pattern SPACE = Pattern.compile(" ");

  private static final String HOLD =
      """
      with wish as materialized (select gen_random_uuid() as hold_id),
      free as materialized (
        select seat_id from seat_state
        where show_id = {show} and seat_id = any({seats}) and status = 'AVAILABLE'
        order by seat_id for update skip locked),
      changed as (
        update seat_state s
        set status = 'HELD', hold_id = w.hold_id, hold_expires_at = now() + interval '10 minutes',
            version = s.version + 1
        from free f, wish w
        where s.show_id = {show} and s.seat_id = any({seats}) and s.seat_id = f.seat_id
          and s.status = 'AVAILABLE' and (select count(*) from free) = {count}
        returning s.seat_id, s.hold_id, s.version),
      told as (
        insert into seat_event (show_id, seat_id, hold_id, version, from_status, to_status)
        select {show}, seat_id, hold_id, version, 'AVAILABLE', 'HELD' from changed)
      insert into hold (hold_id, show_id, user_id, status, expires_at, seat_count, total_amount,
        currency, created_at)
      select hold_id, {show}, 'load-1', 'ACTIVE', now() + interval '10 minutes', {count}, 300000, 'INR',
        now()
      from changed limit 1;
      """;

  private final Plan plan;
  private final Tables tables;

  PgBench(Plan plan, Tables tables) {
    this.plan = plan;
    this.tables = tables;
  }

  Result measure(Plan.Step step) {
    Lot lot = Lot.random(new SplittableRandom(plan.seed()), step.seats(), plan.seatsPrepared());
    tables.fillOurs(lot);
    CpuTime cpuTime = new CpuTime(plan.processes());
    int clients = step.clients().getFirst();
    try {
      Path folder = Files.createTempDirectory("pgbench");
      Path script = Files.writeString(folder.resolve("hold.sql"), script(lot, step, clients));
      Map<String, Double> cpuBefore = cpuTime.seconds();
      long walBefore = tables.walPosition();
      String said = run(folder, script, clients, Math.max(1, Math.round(step.seconds())));
      long walBytes = tables.walPosition() - walBefore;
      Map<String, Double> cpuSeconds = new TreeMap<>();
      cpuTime
          .seconds()
          .forEach(
              (name, after) -> cpuSeconds.put(name, after - cpuBefore.getOrDefault(name, 0.0)));
      Latencies latencies = latencies(folder);
      return result(step, clients, lot, rate(said), latencies, cpuSeconds, walBytes);
    } catch (IOException e) {
      throw new UncheckedIOException("pgbench", e);
    }
  }

  private Result result(
      Plan.Step step,
      int clients,
      Lot lot,
      double rate,
      Latencies latencies,
      Map<String, Double> cpuSeconds,
      long walBytes) {
    long granted = tables.holds();
    int soldPerShow = attemptsToSell(step.load(), step.seats(), plan.seatsPerHold());
    long begun = Math.min(latencies.count() / soldPerShow + 1, lot.shows().size());
    return new Result(
        step.way(),
        step.seats(),
        step.load(),
        clients,
        0,
        latencies.count() / rate,
        granted,
        latencies.count() - granted,
        0,
        latencies.millis(),
        List.of(),
        cpuSeconds,
        walBytes,
        (double) granted * plan.seatsPerHold() / (begun * step.seats()));
  }

  /** What each client does over and over; the variable {@code n} counts its attempts. */
  private String script(Lot lot, Plan.Step step, int clients) {
    int seats = step.seats();
    int hot = seats / HOT_PART;
    String any = choices(0, seats - 1);
    String choice =
        switch (step.load()) {
          case UNIFORM -> any;
          case HOT ->
              "\\set hot random(1, 100)\n\\if :hot <= %d\n%s\\else\n%s\\endif\n"
                  .formatted(HOT_PERCENT, choices(0, hot - 1), choices(hot, seats - 1));
        };
    String show =
        "\\set n :n + 1\n\\set show least(:n * %d / %d, %d)\n"
            .formatted(
                clients,
                attemptsToSell(step.load(), seats, plan.seatsPerHold()),
                lot.shows().size() - 1);
    Show first = lot.shows().getFirst();
    String showId =
        "cast('%s' || lpad(to_hex(:show::integer), 12, '0') as uuid)"
            .formatted(first.showId().toString().substring(0, 24));
    String seatIds =
        IntStream.range(0, plan.seatsPerHold())
            .mapToObj(n -> seatId(first, n))
            .collect(Collectors.joining(", ", "array[", "]"));
    return show
        + choice
        + HOLD.replace("{show}", showId)
            .replace("{seats}", seatIds)
            .replace("{count}", Integer.toString(plan.seatsPerHold()));
  }

  private String choices(int from, int to) {
    return IntStream.range(0, plan.seatsPerHold())
        .mapToObj(n -> "\\set seat%d random(%d, %d)\n".formatted(n, from, to))
        .collect(Collectors.joining());
  }

  private static String seatId(Show first, int seat) {
    return "cast('%s' || lpad(to_hex(:show::integer), 4, '0') || lpad(to_hex(:seat%d::integer), 8, '0') as uuid)"
        .formatted(first.base().value().toString().substring(0, 24), seat);
  }

  /** How many attempts sell a show, as played here with the same kind of choices. */
  static int attemptsToSell(Load load, int seats, int seatsPerHold) {
    SplittableRandom random = new SplittableRandom(seats);
    BitSet held = new BitSet(seats);
    int attempts = 0;
    while ((long) held.cardinality() * 100 < (long) seats * Lot.SOLD_PERCENT) {
      int[] chosen = load.choose(random, seats, seatsPerHold);
      if (IntStream.of(chosen).noneMatch(held::get)) {
        IntStream.of(chosen).forEach(held::set);
      }
      attempts++;
    }
    return attempts;
  }

  private String run(Path folder, Path script, int clients, long seconds) throws IOException {
    URI database =
        URI.create(HoldLoad.setting("SPRING_DATASOURCE_URL").substring("jdbc:".length()));
    List<String> words = new ArrayList<>();
    words.addAll(List.of(plan.pgbench(), "-n", "-M", "prepared", "-f", script.toString()));
    words.addAll(List.of("-h", database.getHost(), "-p", Integer.toString(database.getPort())));
    words.addAll(List.of("-U", HoldLoad.setting("SPRING_DATASOURCE_USERNAME"), "-D", "n=0"));
    words.addAll(List.of("-c", Integer.toString(clients), "-j", "2"));
    words.addAll(List.of("-T", Long.toString(seconds), "-l", "--log-prefix=" + folder + "/log"));
    words.add(database.getPath().substring(1));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", HoldLoad.setting("SPRING_DATASOURCE_PASSWORD"));
    builder.environment().put("PGOPTIONS", "-c search_path=seat,extensions");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.println(said);
    try {
      if (!process.waitFor(Duration.ofSeconds(seconds)) || process.exitValue() != 0) {
        throw new IllegalStateException("pgbench failed: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return said;
  }

  /** Transactions a second after all had connected. */
  static double rate(String said) {
    Matcher rate = RATE.matcher(said);
    if (!rate.find()) {
      throw new IllegalStateException("pgbench told no rate: " + said);
    }
    return Double.parseDouble(Objects.requireNonNull(rate.group(1)));
  }

  private static Latencies latencies(Path folder) throws IOException {
    Latencies latencies = new Latencies();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path log :
          files.filter(file -> file.getFileName().toString().startsWith("log")).toList()) {
        try (Stream<String> lines = Files.lines(log)) {
          lines.forEach(line -> latencies.add(micros(line) * NANOS_PER_MICRO));
        }
      }
    }
    return latencies;
  }

  private static long micros(String line) {
    return SPACE
        .splitAsStream(line)
        .skip(LATENCY_FIELD)
        .findFirst()
        .map(Long::parseLong)
        .orElseThrow(() -> new IllegalStateException("no latency in " + line));
  }
}
