package dev.boxoffice.system.hold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The report as a page that needs nothing else, for light and dark screens. */
public final class HoldPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ground: #fff; --ink: #1b1f24; --faint: #5b6570;
        --line: #d8dee4; --ours: #2563a8; --other: #8a949e; --bad: #b3261e; }
      @media (prefers-color-scheme: dark) { :root { --ground: #14181d; --ink: #e6e9ec;
        --faint: #9aa5b1; --line: #343c45; --ours: #6aa9ee; --other: #78838e; --bad: #ff8a80; } }
      body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem; background: var(--ground);
        color: var(--ink); font: 15px/1.45 system-ui, sans-serif; }
      svg { width: 100%; max-width: 60rem; height: auto; font: 13px system-ui, sans-serif; }
      svg text { fill: var(--ink); } svg .value { fill: var(--faint); }
      svg .heading { font-weight: 600; } .ours { fill: var(--ours); } .other { fill: var(--other); }
      .wide { overflow-x: auto; } table { border-collapse: collapse; font-size: 13px;
        font-variant-numeric: tabular-nums; white-space: nowrap; }
      th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--line); text-align: right; }
      th:first-child, td:first-child, td:nth-child(2), th:nth-child(2) { text-align: left; }
      p, li { color: var(--faint); } li b { color: var(--ink); } li.missed b { color: var(--bad); }
      """;

  private final HoldReport report;

  private HoldPage(HoldReport report) {
    this.report = report;
  }

  public static HoldPage of(HoldReport report) {
    return new HoldPage(report);
  }

  /** Writes the page, and the folder that it is to be in. */
  public void write(Path file) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path written = Files.writeString(folder.resolve(file.getFileName()), html());
    if (!Files.isReadable(written)) {
      throw new IOException("cannot read " + written);
    }
  }

  String html() {
    return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Holds a second</title>
        <style>
        %s</style>
        <h1>Holds a second</h1>
        <p>%s</p>
        %s
        <h2>Targets</h2>
        <ul>
        %s</ul>
        %s
        <h2>How to read it</h2>
        <ul>
        %s</ul>
        </html>
        """
        .formatted(STYLE, escaped(report.settingsLine()), charts(), targets(), tables(), notes());
  }

  private String charts() {
    return report.settings().loads().stream()
        .map(
            load ->
                "<h2>Granted, %s load</h2>%n%s"
                    .formatted(load.label(), new HoldChart(load, report.measurements()).svg()))
        .collect(Collectors.joining("\n"));
  }

  private String targets() {
    return report.verdicts().stream()
        .map(
            verdict ->
                "<li%s><b>%s</b> %s: %s</li>%n"
                    .formatted(
                        verdict.reached() ? "" : " class=\"missed\"",
                        verdict.reached() ? "reached" : "not reached",
                        escaped(verdict.what()),
                        escaped(verdict.figure())))
        .collect(Collectors.joining());
  }

  private String tables() {
    return report.settings().seats().stream()
        .map(size -> "<h2>Shows of %,d seats</h2>%n%s".formatted(size, table(size)))
        .collect(Collectors.joining());
  }

  private String table(int size) {
    String heading =
        HoldReport.HEADINGS.stream()
            .map(name -> "<th>" + escaped(name) + "</th>")
            .collect(Collectors.joining());
    String rows =
        report.measurements().stream()
            .filter(one -> one.seats() == size)
            .map(HoldPage::row)
            .collect(Collectors.joining());
    return "<div class=\"wide\"><table><tr>%s</tr>%n%s</table></div>%n".formatted(heading, rows);
  }

  private static String row(Measurement one) {
    return HoldReport.cells(one).stream()
        .map(cell -> "<td>" + escaped(cell) + "</td>")
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  private String notes() {
    return report.notes().stream()
        .map(note -> "<li>" + escaped(note) + "</li>\n")
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
