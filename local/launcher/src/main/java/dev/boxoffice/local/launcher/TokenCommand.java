package dev.boxoffice.local.launcher;

import dev.boxoffice.local.stack.StackException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints tokens that the local system accepts. */
@Command(name = "token", description = "Prints a token that the local system accepts.")
final class TokenCommand implements Callable<Integer> {

  private static final Duration USUAL_LIFE = Duration.ofHours(1);
  private static final Duration LIFE_OF_MANY = Duration.ofHours(12);
  private static final int COUNT_MAX = 1_000_000;
  private static final int BUFFER_BYTES = 1 << 20;

  @Option(names = "--sub", paramLabel = "NAME", description = "Whose token.")
  private @Nullable String subject;

  @Option(names = "--role", paramLabel = "ROLE", description = "ORGANISER or STAFF; repeatable.")
  private List<Role> roles = new ArrayList<>();

  @Option(names = "--email", description = "Where tickets go; NAME@example.com if not given.")
  private @Nullable String email;

  @Option(names = "--ttl", description = "How long it is valid, e.g. 15m; 1h if not given.")
  private @Nullable Duration life;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Instead: one token a line of load-1 to load-N, kept for reuse.")
  private @Nullable Integer count;

  /** What a token's bearer may do beyond buying. */
  enum Role {
    ORGANISER,
    STAFF
  }

  @Override
  public Integer call() {
    StateDir state = Launcher.state();
    TokenMint mint =
        TokenMint.of(state.ports().url(Program.ISSUER), LocalSecrets.issuerKeyOf(state));
    List<String> names = roles.stream().map(Role::name).toList();
    Clock clock = Clock.systemUTC();
    Integer many = count;
    if (many != null) {
      print(many(new LoadTokens(mint, state.folder().resolve("tokens"), clock), many, names));
      return 0;
    }
    String name = subject;
    if (name == null || name.isBlank()) {
      throw new StackException("whose token? Say --sub NAME, or --count N");
    }
    String address = email == null ? name + "@example.com" : email;
    var expiresAt = clock.instant().plus(life == null ? USUAL_LIFE : life);
    print(List.of(mint.mint(name, names, address, expiresAt)));
    return 0;
  }

  private List<String> many(LoadTokens tokens, int number, List<String> names) {
    if (number < 1 || number > COUNT_MAX) {
      throw new StackException("--count is from 1 to " + COUNT_MAX);
    }
    return tokens.take(number, names, life == null ? LIFE_OF_MANY : life);
  }

  private static void print(List<String> tokens) {
    try (PrintStream out =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES),
            false,
            StandardCharsets.US_ASCII)) {
      tokens.forEach(out::println);
    }
  }
}
