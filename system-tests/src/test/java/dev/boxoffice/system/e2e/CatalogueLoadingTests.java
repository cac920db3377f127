package dev.boxoffice.system.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.local.launcher.demo.LoadDemo;
import dev.boxoffice.local.launcher.programme.ImportProgramme;
import dev.boxoffice.local.launcher.programme.Terms;
import dev.boxoffice.local.launcher.publishing.Organiser;
import dev.boxoffice.local.launcher.publishing.PriceList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What fills an empty catalogue: the demo, and an orchestra's season. */
class CatalogueLoadingTests {
  private static final String SEASON =
      """
      {"programs": [{
        "id": "e2e-1", "programID": "1", "orchestra": "Quayside Orchestra", "season": "2023-24",
        "works": [{"composerName": "Almeida,  Rosa", "workTitle": "OVERTURE", "soloists": []}],
        "concerts": [
          {"eventType": "Subscription", "Location": "Vail, CO", "Venue": "Quayside Hall", "Date": "2024-02-29T05:00:00Z", "Time": "7:30PM"},
          {"eventType": "Subscription", "Location": "Vail, CO", "Venue": "Quayside Hall", "Date": "2024-03-02T05:00:00Z", "Time": "None"},
          {"eventType": "Parks", "Location": "Queens, NY", "Venue": "Quayside Park", "Date": "2024-06-11T04:00:00Z", "Time": "8:00PM"}]}]}
      """;

  @TempDir Path folder;

  private final Platform platform = Platform.running();
  private final Clock clock = Clock.systemUTC();

  @Test
  void opensTheDemoCatalogueWithItsStadiumOnce() {
    Instant since = clock.instant();
    LoadDemo.Loaded loaded = loadDemo(since);
    assertThat(loaded.events()).isEqualTo(12);

    JsonNode derby =
        platform
            .visitor()
            .getFresh("/v1/events?city=bengaluru&category=sports&query=derby")
            .expect(200)
            .body()
            .required("items")
            .required(0);
    String event = "/v1/events/" + derby.required("eventId").asString();
    JsonNode show = shows(event).getFirst();
    assertThat(show.required("status").asString()).isEqualTo("OPEN");
    assertThat(show.required("totalSeats").asInt()).isEqualTo(50_000);
    JsonNode sections =
        platform
            .visitor()
            .getFresh(
                event + "/shows/" + show.required("showId").asString() + "/seats?view=sections")
            .expect(200)
            .body();
    assertThat(sections.required("sections").size()).isEqualTo(72);
    assertThat(
            sections
                .required("sections")
                .valueStream()
                .mapToInt(section -> section.required("available").asInt())
                .sum())
        .isEqualTo(50_000);
    assertThat(sections.required("venue").required("shapes").size()).isPositive();

    assertThat(loadDemo(since)).isEqualTo(loaded);
  }

  @Test
  void importsASeasonOnceAndSaysWhatItMadeUp() throws IOException {
    Path file = Files.writeString(folder.resolve("season.json"), SEASON);

    String first = importSeason(file);
    assertThat(first)
        .contains("1 programmes, 3 concerts in 2 places")
        .contains("published 2 venues, 2 events and 3 shows")
        .contains("all 3 shows are open, with 6,760 places")
        .contains("1 concerts without an hour, set to 19:30: programme 1 on 2024-03-02");
    String second = importSeason(file);
    assertThat(second)
        .contains("published 0 venues, 0 events and 0 shows")
        .contains("3 shows that are there already");

    JsonNode events = platform.visitor().getFresh("/v1/events?query=quayside").expect(200).body();
    assertThat(events.required("total").asInt()).isEqualTo(2);
    assertThat(
            events
                .required("items")
                .valueStream()
                .flatMap(
                    item -> shows("/v1/events/" + item.required("eventId").asString()).stream())
                .map(show -> Instant.parse(show.required("showTime").asString())))
        .hasSize(3)
        .allMatch(time -> time.isAfter(clock.instant()));
  }

  private LoadDemo.Loaded loadDemo(Instant since) {
    try (Organiser olga = olga()) {
      return new LoadDemo(olga, line -> {}).load(since);
    }
  }

  private String importSeason(Path file) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (Organiser olga = olga();
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      new ImportProgramme(olga, out)
          .run(
              file,
              null,
              new Terms(null, new PriceList(Map.of(), null, 3_500), "USD", "AUTO"),
              clock.instant());
    }
    return output.toString(StandardCharsets.UTF_8);
  }

  private Organiser olga() {
    return new Organiser(platform.gateway(), Objects.requireNonNull(platform.organiser().token()));
  }

  private List<JsonNode> shows(String event) {
    return platform
        .visitor()
        .getFresh(event + "/shows")
        .expect(200)
        .body()
        .required("items")
        .valueStream()
        .toList();
  }
}
