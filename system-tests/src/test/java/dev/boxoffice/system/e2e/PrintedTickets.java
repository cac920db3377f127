package dev.boxoffice.system.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A ticket PDF as a printer and somebody else's scanner see it: poppler renders, zbar reads the
 * codes.
 */
record PrintedTickets(String text, List<String> codes) {

  /**
   * Renders and reads a PDF.
   *
   * @return empty where the tools are missing and BOXOFFICE_TEST_ALL does not demand them
   */
  static Optional<PrintedTickets> of(byte[] pdf) {
    if (!toolsAreThere()) {
      return Optional.empty();
    }
    try {
      Path folder = Files.createTempDirectory("tickets");
      Path file = Files.write(folder.resolve("tickets.pdf"), pdf);
      String text = run("pdftotext", "-layout", file.toString(), "-");
      String rendered = run("pdftoppm", "-r", "150", "-png", file.toString(), folder + "/page");
      try (Stream<Path> files = Files.list(folder)) {
        List<String> codes =
            files
                .filter(page -> page.toString().endsWith(".png"))
                .sorted()
                .map(page -> run("zbarimg", "--quiet", "--raw", page.toString()).strip())
                .toList();
        return Optional.of(new PrintedTickets(text + rendered, codes));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean toolsAreThere() {
    List<String> missing =
        Stream.of("pdftotext", "pdftoppm", "zbarimg")
            .filter(
                tool ->
                    Stream.of(System.getenv("PATH").split(":"))
                        .noneMatch(folder -> Files.isExecutable(Path.of(folder, tool))))
            .toList();
    if (!missing.isEmpty() && "1".equals(System.getenv("BOXOFFICE_TEST_ALL"))) {
      throw new IllegalStateException("BOXOFFICE_TEST_ALL=1, but missing: " + missing);
    }
    return missing.isEmpty();
  }

  private static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(false).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed");
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
