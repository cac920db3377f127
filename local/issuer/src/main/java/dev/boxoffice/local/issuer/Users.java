package dev.boxoffice.local.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Everybody who can sign in, kept in one file that is replaced as a whole. */
final class Users {

  private final Path file;
  private final JsonMapper json;
  private final Map<String, User> byName = new LinkedHashMap<>();

  Users(Path file, JsonMapper json) {
    this.file = file.toAbsolutePath();
    this.json = json;
    if (Files.exists(this.file)) {
      for (User user : json.readValue(this.file, new TypeReference<List<User>>() {})) {
        byName.put(user.name(), user);
      }
    }
  }

  synchronized @Nullable User named(String name) {
    return byName.get(name);
  }

  /** Adds the user durably, or answers false when the name is taken. */
  synchronized boolean add(User user) {
    if (byName.containsKey(user.name())) {
      return false;
    }
    Map<String, User> all = new LinkedHashMap<>(byName);
    all.put(user.name(), user);
    write(all.values());
    byName.put(user.name(), user);
    return true;
  }

  private void write(Collection<User> users) {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.getParent());
      Files.write(draft, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(users));
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      var replaced =
          Files.move(
              draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      if (!replaced.equals(file)) {
        throw new IllegalStateException(draft + " went to " + replaced + ", not " + file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
