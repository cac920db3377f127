package dev.boxoffice.system.bench;

import dev.boxoffice.local.stack.Repository;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the benches say, and where, and how they refuse what nobody can measure. */
abstract class BenchCommand implements Callable<Integer> {
  private static final int SEEDS = 1_000_000;

  @Spec private @Nullable CommandSpec spec;

  /** Where the bench's system has its state. */
  final Path folder() {
    return Repository.root().resolve("target").resolve("bench-" + spec().name());
  }

  /** A line that is seen at once. */
  final void say(String line) {
    PrintWriter out = spec().commandLine().getOut();
    out.println(line);
    out.flush();
  }

  /** What the options say; what these refuse is told as picocli tells it. */
  final <S> S settings(Supplier<S> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec().commandLine(), e.getMessage(), e);
    }
  }

  static long orRandom(@Nullable Long seed) {
    return seed == null ? new SecureRandom().nextInt(SEEDS) : seed;
  }

  final CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("not called by the command line");
    }
    return spec;
  }
}
