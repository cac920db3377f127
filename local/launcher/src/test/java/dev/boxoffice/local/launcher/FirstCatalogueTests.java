package dev.boxoffice.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.local.launcher.publishing.FakeGateway;
import dev.boxoffice.local.launcher.publishing.Organiser;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstCatalogueTests {

  private static final Clock MONDAY =
      Clock.fixed(Instant.parse("2030-04-01T10:00:00Z"), ZoneOffset.UTC);
  private static final Clock TUESDAY = Clock.offset(MONDAY, Duration.ofDays(1));

  private final FakeGateway gateway = new FakeGateway();
  private final Organiser olga = new Organiser(gateway.uri(), "a token");
  private final List<String> told = new ArrayList<>();

  @TempDir Path folder;

  @AfterEach
  void close() {
    olga.close();
    gateway.close();
  }

  @Test
  void isNotWantedWhereNobodyAskedForIt() {
    assertThat(catalogue(MONDAY).isWanted()).isFalse();
  }

  @Test
  void isLoadedOnce() {
    catalogue(MONDAY).want();
    assertThat(catalogue(MONDAY).isWanted()).isTrue();

    catalogue(MONDAY).load(olga);

    assertThat(told.getLast()).contains("demo catalogue   12 events, 30 shows");
    assertThat(gateway.events()).hasSize(12);
    assertThat(catalogue(TUESDAY).isWanted()).isFalse();
  }

  @Test
  void isFinishedByTheNextStartWhereOneWasInterrupted() {
    gateway.showsAccepted.set(7);
    catalogue(MONDAY).want();
    catalogue(MONDAY).load(olga);

    assertThat(told)
        .anyMatch(line -> line.startsWith("The demo catalogue is not complete: POST"))
        .contains("./boxoffice up goes on with it");
    assertThat(catalogue(TUESDAY).isWanted()).isTrue();

    gateway.showsAccepted.set(Integer.MAX_VALUE);
    catalogue(TUESDAY).load(olga);

    assertThat(catalogue(TUESDAY).isWanted()).isFalse();
    // Had the days counted from Tuesday, seven shows would be there twice.
    assertThat(gateway.events().stream().mapToInt(event -> event.path("shows").size()).sum())
        .isEqualTo(30);
  }

  private FirstCatalogue catalogue(Clock clock) {
    return new FirstCatalogue(StateDir.at(folder), clock, told::add);
  }
}
