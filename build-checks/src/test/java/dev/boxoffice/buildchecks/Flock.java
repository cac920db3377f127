package dev.boxoffice.buildchecks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All canaries as modules of one build, as starting Maven costs more than building a canary. */
final class Flock {

  private static final int PATIENCE_MINUTES = 5;

  /** Stand-ins for what must not be depended on, so that none of it has to be downloaded. */
  private static final List<String> STAND_INS =
      List.of(
          "org.projectlombok:lombok:0",
          "junit:junit:0",
          "dev.boxoffice:canary-service:0",
          "canary:library:1",
          "canary:library:2");

  /** Depends on the newer of the two libraries. */
  private static final String USER_OF_LIBRARY =
      """
      <dependencies>
        <dependency>
          <groupId>canary</groupId>
          <artifactId>library</artifactId>
          <version>2</version>
          <type>pom</type>
        </dependency>
      </dependencies>
      """;

  private final Path folder;

  Flock(Path folder, List<Canary> canaries) throws IOException {
    this.folder = folder;
    var modules = new ArrayList<String>();
    for (var coordinates : STAND_INS) {
      modules.add(standIn(coordinates, ""));
    }
    modules.add(standIn("canary:library-user:1", USER_OF_LIBRARY));
    for (var canary : canaries) {
      canary.write(folder);
      modules.add(canary.name());
    }
    var list =
        modules.stream()
            .map(module -> "    <module>" + module + "</module>\n")
            .collect(Collectors.joining());
    pom(folder, "canary:flock:1", "  <modules>\n" + list + "  </modules>\n");
  }

  /** What Maven says, whether it succeeds or not. */
  String build(String... arguments) throws IOException, InterruptedException {
    var log = folder.resolve(String.join("_", arguments).replaceAll("[^\\w.-]", "_") + ".log");
    var words =
        Stream.concat(
                Stream.of(
                    maven(),
                    "--offline",
                    "--batch-mode",
                    "--fail-at-end",
                    "-Dstyle.color=never",
                    "-Dmaven.repo.local=" + System.getProperty("localRepository")),
                Stream.of(arguments))
            .toList();
    var builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var process = builder.start();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("Maven did not end; see " + log);
    }
    return Files.readString(log);
  }

  /** {@code SUCCESS} or {@code FAILURE}, as the summary has it. */
  static String verdict(String project, String log) {
    var line = Pattern.compile("(?m)^\\[INFO] " + project + " \\S+ \\.+ ([A-Z]+)").matcher(log);
    return line.find() ? line.group(1) : "not in the summary";
  }

  /** Only what it says of one project: while building it, and at the end. */
  static String of(String project, String log) {
    var during =
        Pattern.compile(
            "-+< [^>]*:" + project + " >-+(.*?)(?=-+< |Reactor Summary)", Pattern.DOTALL);
    var after =
        Pattern.compile(
            "Failed to execute goal [^\\n]* on project "
                + project
                + ":(.*?)(?=Failed to execute|\\z)",
            Pattern.DOTALL);
    return Stream.of(during, after)
        .map(pattern -> pattern.matcher(log))
        .flatMap(matcher -> matcher.results().map(found -> found.group(1)))
        .collect(Collectors.joining("\n"));
  }

  private String standIn(String coordinates, String more) throws IOException {
    var name = coordinates.replace(':', '-');
    pom(Files.createDirectories(folder.resolve(name)), coordinates, more);
    return name;
  }

  private static void pom(Path project, String coordinates, String more) throws IOException {
    var parts = coordinates.split(":", -1);
    Files.writeString(
        project.resolve("pom.xml"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
          <packaging>pom</packaging>
        %s
        </project>
        """
            .formatted(parts[0], parts[1], parts[2], more));
  }

  private static String maven() {
    return Path.of(System.getProperty("maven.home"), "bin", "mvn").toString();
  }
}
