package dev.boxoffice.system.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The browser that is installed on this machine, driven from outside. */
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static @Nullable Chromium running;

  private final Browser browser;

  /** Ends with the JVM, whose end the driver hears of by itself. */
  private Chromium(Path program) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /**
   * The one browser of this run, started when it is first asked for. Where there is no Chromium the
   * test is left out, unless BOXOFFICE_TEST_ALL demands it; so this is asked for before each test,
   * as one left out with its whole class is not counted.
   */
  static synchronized Chromium running() {
    Optional<Path> program = find();
    if (program.isEmpty() && "1".equals(System.getenv("BOXOFFICE_TEST_ALL"))) {
      throw new IllegalStateException("BOXOFFICE_TEST_ALL=1, but missing: chromium");
    }
    assumeTrue(program.isPresent(), "needs chromium");
    Chromium chromium = running;
    if (chromium == null) {
      chromium = new Chromium(program.orElseThrow());
      running = chromium;
    }
    return chromium;
  }

  /** Somebody at this address, with a browser that has never been here. */
  Visitor visitor(URI gateway) {
    return new Visitor(
        gateway,
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(1440, 900).setDeviceScaleFactor(2)));
  }

  private static Optional<Path> find() {
    List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
    return NAMES.stream()
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
