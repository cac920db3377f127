package dev.boxoffice.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tokens of {@code load-1}, {@code load-2}, ...: signing many takes long, so they are kept. */
final class LoadTokens {

  private final TokenMint mint;
  private final Path folder;
  private final Clock clock;

  LoadTokens(TokenMint mint, Path folder, Clock clock) {
    this.mint = mint;
    this.folder = folder;
    this.clock = clock;
  }

  /** The first {@code count} tokens; each lives at least half of {@code life} from now. */
  List<String> take(int count, List<String> roles, Duration life) {
    Path file = folder.resolve(digest(mint.identity() + roles + life) + ".txt");
    Kept kept = read(file, life);
    if (kept.tokens().size() < count) {
      List<String> all = new ArrayList<>(kept.tokens());
      all.addAll(sign(all.size() + 1, count, roles, kept.expiresAt()));
      kept = new Kept(kept.expiresAt(), all);
      write(file, kept);
    }
    return kept.tokens().subList(0, count);
  }

  private record Kept(Instant expiresAt, List<String> tokens) {}

  private Kept read(Path file, Duration life) {
    Instant now = clock.instant();
    if (Files.exists(file)) {
      try (Stream<String> content = Files.lines(file)) {
        List<String> lines = content.toList();
        Instant expiresAt = Instant.parse(lines.getFirst());
        if (now.plus(life.dividedBy(2)).isBefore(expiresAt)) {
          return new Kept(expiresAt, lines.subList(1, lines.size()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return new Kept(now.plus(life), List.of());
  }

  private List<String> sign(int first, int last, List<String> roles, Instant expiresAt) {
    return IntStream.rangeClosed(first, last)
        .parallel()
        .mapToObj(n -> mint.mint("load-" + n, roles, "load-" + n + "@example.com", expiresAt))
        .toList();
  }

  private static void write(Path file, Kept kept) {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.getParent());
      try (var writer = Files.newBufferedWriter(draft)) {
        writer.append(kept.expiresAt().toString()).append('\n');
        for (String token : kept.tokens()) {
          writer.append(token).append('\n');
        }
      }
      Path moved =
          Files.move(
              draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      if (!moved.equals(file)) {
        throw new IllegalStateException(moved.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
