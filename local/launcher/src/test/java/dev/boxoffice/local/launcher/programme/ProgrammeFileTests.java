package dev.boxoffice.local.launcher.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.boxoffice.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgrammeFileTests {

  static final Path HARBOUR = Path.of("src/test/resources/programme/harbour.json");

  private final Notes skipped = new Notes();
  private final Notes assumed = new Notes();

  @TempDir Path folder;

  @Test
  void readsWhatIsPlayedWhereAndWhen() {
    Programme programme = read("2023-24").getFirst();

    assertThat(programme.title())
        .isEqualTo("Harbour Philharmonic: Almeida, Dvorský, Traditional, with Mira Sen");
    assertThat(programme.description())
        .isEqualTo(
            """
            Rosa Maria Almeida: CONCERTO, PIANO, D MINOR: arranged after The Ferry
            Intermission
            Jan Dvorský: FROM (QUARTET) THE MILL, THE RIVER
            Traditional: SHANTY
            Conducted by Ada Okafor
            Subscription, season 2023-24""");
    Place pier = new Place("Pier Hall", "Manhattan", ZoneId.of("America/New_York"));
    Place park = new Place("Han River Park", "Seoul", ZoneId.of("Asia/Seoul"));
    assertThat(programme.concerts())
        .containsExactly(
            new Concert(pier, LocalDate.of(2024, 2, 29), LocalTime.of(19, 30), "Subscription"),
            new Concert(pier, LocalDate.of(2024, 7, 1), LocalTime.of(14, 0), "Subscription"),
            new Concert(park, LocalDate.of(2024, 7, 4), LocalTime.of(20, 0), "Tour"));
  }

  @Test
  void namesAProgrammeOfNoWorksByItsKind() {
    assertThat(read("2023-24").get(1).title()).isEqualTo("Harbour Philharmonic: Chamber");
  }

  @Test
  void saysWhatItLeftOutAndWhy() {
    List<Programme> programmes = read("2023-24");

    assertThat(programmes).extracting(Programme::number).containsExactly("101", "102");
    assertThat(programmes.get(1).concerts()).hasSize(1);
    assertThat(skipped.lines())
        .containsExactly(
            "1 concerts that are there twice: programme 102 on 2024-03-02",
            "1 concerts whose hour cannot be read: programme 102 on 2024-03-03 at \"after dusk\"",
            "1 concerts without a date: programme 102 has \"soon\"",
            "1 concerts without a venue or a town: programme 102 on 2024-03-05",
            "1 programmes without a concert: programme 103",
            "1 programmes without an id: programme 104",
            "2 programmes of another season than 2023-24: programme 105; programme ?");
  }

  @Test
  void saysWhatItAssumed() {
    assertThat(read("2023-24").get(1).concerts().getFirst().hour()).isEqualTo(LocalTime.of(19, 30));
    assertThat(assumed.lines())
        .containsExactly(
            "2 concerts without an hour, set to 19:30: programme 102 on 2024-03-02;"
                + " programme 102 on 2024-03-02",
            "2 places of an unknown time zone, taken for New York's: Atlantis, DEEP SEA;"
                + " Atlantis, DEEP SEA");
  }

  @Test
  void readsAllSeasonsIfNoneIsNamed() {
    assertThat(read(null)).extracting(Programme::number).containsExactly("101", "102", "105");
  }

  @Test
  void saysWhichFileIsNoProgrammeFile() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"programs\": [");
    Path other = Files.writeString(folder.resolve("other.json"), "{\"zones\": []}");

    assertThatThrownBy(() -> reader(null).read(folder.resolve("none.json")))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("cannot read");
    assertThatThrownBy(() -> reader(null).read(broken))
        .hasMessageContaining("broken.json is not JSON");
    assertThatThrownBy(() -> reader(null).read(other))
        .hasMessageContaining("other.json has no list \"programs\"");
  }

  private List<Programme> read(@Nullable String season) {
    return reader(season).read(HARBOUR);
  }

  private ProgrammeFile reader(@Nullable String season) {
    return new ProgrammeFile(season, skipped, assumed);
  }
}
