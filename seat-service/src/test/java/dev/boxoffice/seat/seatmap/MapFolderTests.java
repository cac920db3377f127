package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapFolderTests {
  /** More than any process's number. */
  private static final long NOBODY = 999_999_999;

  private static final long SELF = ProcessHandle.current().pid();

  @TempDir Path parent;

  @Test
  void deletesWhatADeadProcessLeft() throws IOException {
    Path dead = folder("boxoffice-maps-" + NOBODY + "-0123abcd-1");
    Path sameNumber = folder("boxoffice-maps-" + SELF + "-0123abcd-1");

    Path made = MapFolder.make(parent);

    assertThat(made).exists();
    assertThat(dead).doesNotExist();
    assertThat(sameNumber).doesNotExist();
  }

  @Test
  void leavesTheFoldersOfTheLiving() throws IOException {
    Path own = MapFolder.make(parent);
    long other = ProcessHandle.of(1).isPresent() ? 1 : SELF;
    Path others = other == SELF ? own : folder("boxoffice-maps-" + other + "-0123abcd-1");

    Path made = MapFolder.make(parent);

    assertThat(made).isNotEqualTo(own);
    assertThat(own).exists();
    assertThat(others).exists();
  }

  @Test
  void leavesWhatItCannotTellToBeIts() throws IOException {
    Path unnumbered = folder("boxoffice-maps-1234567");
    Path full = folder("boxoffice-maps-" + NOBODY + "-0123abcd-1");
    Path kept = Files.createFile(full.resolve("notes.txt"));
    Path target = folder("elsewhere");
    Path link =
        Files.createSymbolicLink(
            parent.resolve("boxoffice-maps-" + NOBODY + "-0123abcd-2"), target);

    assertThat(MapFolder.make(parent)).exists();

    assertThat(unnumbered.resolve("1.body")).exists();
    assertThat(kept).exists();
    assertThat(link).exists();
    assertThat(target.resolve("1.body")).exists();
  }

  private Path folder(String name) throws IOException {
    Path folder = Files.createDirectory(parent.resolve(name));
    Path body = Files.write(folder.resolve("1.body"), new byte[] {1});
    assertThat(body).exists();
    return folder;
  }
}
