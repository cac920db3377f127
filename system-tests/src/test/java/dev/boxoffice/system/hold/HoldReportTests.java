package dev.boxoffice.system.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class HoldReportTests {
  @TempDir Path folder;

  @Test
  void showsTheSettingsAndAlignsTheFigures() {
    String text =
        report(measured(Way.SEED, 2_000, 900), measured(Way.IN_PROCESS, 2_000, 3_000)).text();

    assertThat(text).contains("64 clients", "2 seats a hold", "seed 7", "Shows of 2,000 seats");
    List<String> rows = text.lines().filter(line -> line.startsWith("(")).toList();
    assertThat(rows.getFirst())
        .contains("(a) ours, in process", "hot", "3,000", "4.00 / 20.0 / 150");
    assertThat(rows.getFirst().indexOf("3,000") + 5).isEqualTo(rows.get(1).indexOf("900") + 3);
  }

  @Test
  void saysWhichTargetsWereReached() {
    HoldReport report =
        report(
            measured(Way.IN_PROCESS, 2_000, 3_000),
            measured(Way.SEED, 2_000, 900),
            measured(Way.ROW_LOCKS, 2_000, 700));

    assertThat(report.verdicts())
        .containsExactly(
            new HoldTargets.Verdict(
                "(a) >= 3 x (d) in granted holds/s, hot load, 2,000 seats", "3.33 x", true),
            new HoldTargets.Verdict(
                "(a) >= 5 x (e) in granted holds/s, hot load, 2,000 seats", "4.29 x", false));
    assertThat(report.text())
        .contains("reached      (a) >= 3 x (d)", "NOT REACHED  (a) >= 5 x (e)");
  }

  @Test
  void comparesTheLatencyOfTheLargestHouseWithThatOfTheSmallest() {
    HoldReport report = report(steady(2_000, 10.0), steady(20_000, 99.0), steady(100_000, 11.0));

    assertThat(report.verdicts())
        .contains(
            new HoldTargets.Verdict(
                "(b) steady: p99 at 100,000 seats <= 1.2 x that at 2,000", "1.10 x", true),
            new HoldTargets.Verdict(
                "(b) p99 < 50 ms at a steady 750/s, 20,000 seats", "99.0 ms", false));
  }

  @Test
  void countsTheLoadsOwnWorkApartWhereItHasAProcessOfItsOwn() {
    Measurement inProcess = measured(Way.IN_PROCESS, 2_000, 1_000);
    Measurement overHttp = measured(Way.SEAT_SERVICE, 2_000, 1_000);

    assertThat(inProcess.serverCpuPerThousand()).isEqualTo(1.5);
    assertThat(inProcess.loadCpuPerThousand()).isNaN();
    assertThat(overHttp.serverCpuPerThousand()).isEqualTo(1.0);
    assertThat(overHttp.loadCpuPerThousand()).isEqualTo(0.5);
  }

  @Test
  void drawsAChartThatIsWellFormed() throws Exception {
    HoldReport report =
        report(measured(Way.IN_PROCESS, 2_000, 3_000), measured(Way.SEED, 2_000, 900));
    Path page = folder.resolve("bench").resolve("hold.html");
    HoldPage.of(report).write(page);

    String html = Files.readString(page);
    assertThat(html)
        .contains("prefers-color-scheme: dark", "3,000/s, p99 20.0 ms")
        .doesNotContain("http:");
    String svg = html.substring(html.indexOf("<svg"), html.indexOf("</svg>") + "</svg>".length());
    Path image = Files.writeString(folder.resolve("hold.svg"), svg);
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(image.toFile());
    assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(2);
  }

  @Test
  void plansAWarmUpOfEachWayAndASteadyLoadOfSeatService() {
    List<LoadPlan.Step> steps =
        LoadPlan.steps(settings(), List.of(Way.SEED, Way.SEAT_SERVICE, Way.PGBENCH));

    assertThat(steps.stream().filter(LoadPlan.Step::warmUp).map(LoadPlan.Step::way))
        .containsExactly(Way.SEED, Way.SEED, Way.SEED, Way.SEAT_SERVICE, Way.SEAT_SERVICE);
    assertThat(steps.stream().filter(step -> !step.warmUp()).map(LoadPlan.Step::way))
        .containsExactly(Way.SEED, Way.SEAT_SERVICE, Way.SEAT_SERVICE, Way.PGBENCH);
    assertThat(steps.stream().filter(step -> step.perSecond() == 750)).hasSize(1);
  }

  private static HoldReport report(Measurement... all) {
    return new HoldReport(settings(), List.of(all), true);
  }

  private static HoldSettings settings() {
    return new HoldSettings(
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        List.of(2_000),
        List.of(Load.HOT),
        Set.of(Way.values()),
        64,
        List.of(8, 16),
        2,
        750,
        100_000,
        false,
        7);
  }

  private static Measurement measured(Way way, int seats, long granted) {
    return measurement(way, seats, 0, granted, List.of(4.0, 20.0, 150.0));
  }

  private static Measurement steady(int seats, double p99) {
    return measurement(Way.SEAT_SERVICE, seats, 750, 750, List.of(4.0, p99, 200.0));
  }

  private static Measurement measurement(
      Way way, int seats, int perSecond, long granted, List<Double> millis) {
    return new Measurement(
        way,
        seats,
        Load.HOT,
        64,
        perSecond,
        1,
        granted,
        10,
        0,
        millis,
        millis,
        Map.of("postgres", 0.6, "seat-service", 0.4, "load", 0.5),
        1_000,
        0.6);
  }
}
