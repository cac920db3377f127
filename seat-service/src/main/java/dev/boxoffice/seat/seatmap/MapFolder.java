package dev.boxoffice.seat.seatmap;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders for the bodies of maps. Each is named after the process that made it, so that those of
 * processes that could not clear up can be told and are deleted by the next.
 */
final class MapFolder {
  static final String SUFFIX = ".body";

  private static final Logger log = LoggerFactory.getLogger(MapFolder.class);
  private static final String PREFIX = "boxoffice-maps-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "([0-9]{1,18})-([0-9a-f]{8})-.*");
  private static final long PID = ProcessHandle.current().pid();

  /** In a container, whatever was there before had the same number. */
  private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

  private MapFolder() {}

  /** A new folder; deletes those that dead processes left beside it. */
  static Path make(Path parent) throws IOException {
    Path made = Files.createTempDirectory(parent, PREFIX + PID + "-" + RUN + "-");
    try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path other : others) {
        if (isDead(other)) {
          clearUp(other, made);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      log.warn("What earlier processes left in {} stays", parent, e);
    }
    return made;
  }

  /** Deletes the bodies in a folder, and the folder. */
  static void delete(Path folder) throws IOException {
    try (DirectoryStream<Path> bodies = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path body : bodies) {
        var _ = Files.deleteIfExists(body);
      }
    }
    var _ = Files.deleteIfExists(folder);
  }

  private static boolean isDead(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    if (!name.matches()) {
      return false;
    }
    long pid = Long.parseLong(name.group(1));
    return pid == PID ? !name.group(2).equals(RUN) : ProcessHandle.of(pid).isEmpty();
  }

  /** Where everybody may write, a name proves nothing: what somebody else put there is not ours. */
  private static void clearUp(Path other, Path ours) {
    try {
      if (Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(ours))) {
        delete(other);
        log.info("Deleted {}, which an earlier process left", other);
      }
    } catch (IOException | DirectoryIteratorException e) {
      log.warn("{} stays, which an earlier process left", other, e);
    }
  }
}
