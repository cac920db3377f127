package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MapFilesTests {
  private static final byte[] BODY = new byte[Math.toIntExact(MapFiles.BYTES_MAX / 4)];

  @Test
  void givesNoFileBeyondWhatFilesMayTake() throws IOException {
    MapFiles files = new MapFiles();
    try {
      for (int n = 0; n < 4; n++) {
        assertThat(files.find("map " + n, BODY)).isNotNull().hasSize(BODY.length);
      }

      assertThat(files.find("map 4", new byte[1])).isNull();
      assertThat(files.find("map 3", BODY)).isNotNull().hasSize(BODY.length);
    } finally {
      files.destroy();
    }
  }

  @Test
  void leavesNothingBehind() throws IOException {
    MapFiles files = new MapFiles();
    @Nullable Path file = files.find("map", new byte[1]);
    assertThat(file).exists();

    files.destroy();

    assertThat(file).isNotNull().satisfies(gone -> assertThat(gone.getParent()).doesNotExist());
  }

  @Test
  void makesAFileOfItsOwnForEachName() throws IOException {
    MapFiles files = new MapFiles();
    try {
      Path one = files.find("one", new byte[] {1});
      Path other = files.find("other", new byte[] {2});

      assertThat(files.find("one", new byte[] {1})).isNotNull().isEqualTo(one);
      assertThat(other).isNotNull();
      assertThat(Files.readAllBytes(other)).containsExactly(2);
    } finally {
      files.destroy();
    }
  }
}
