package dev.boxoffice.ticket.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Programs of other people, which check our work because they do not share our mistakes. */
public final class Tools {

  private static final int SECONDS_MAX = 60;
  private static final boolean ALL_TESTS = "1".equals(System.getenv("BOXOFFICE_TEST_ALL"));

  private Tools() {}

  /** Leaves the test out if a program is missing, or fails it where everything must be tested. */
  public static void need(String... programs) {
    for (var program : programs) {
      if (Arrays.stream(Objects.requireNonNull(System.getenv("PATH")).split(":", -1))
          .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
        var message = "left out for want of " + program;
        if (ALL_TESTS) {
          fail(message + ", though BOXOFFICE_TEST_ALL=1");
        }
        abort(message);
      }
    }
  }

  /** The lines that a program prints. */
  @CanIgnoreReturnValue
  public static List<String> run(Path folder, String... command) {
    try {
      var output = Files.createTempFile(folder, "output", ".txt");
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).as("%s ends", command[0]).isTrue();
      assertThat(process.exitValue()).as("exit code of %s", command[0]).isZero();
      return Files.readAllLines(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The QR codes on each page of a PDF, as {@code zbarimg} reads what {@code pdftoppm} draws. */
  public static List<String> qrCodesOf(byte[] pdf, Path folder) {
    try {
      Files.write(folder.resolve("tickets.pdf"), pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(folder, "pdftoppm", "-r", "150", "-png", "tickets.pdf", "page");
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".png"))
          .sorted()
          .flatMap(page -> run(folder, "zbarimg", "-q", "--raw", page.toString()).stream())
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
