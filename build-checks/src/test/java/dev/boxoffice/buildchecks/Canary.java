package dev.boxoffice.buildchecks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A tiny project under the root pom.
 *
 * @param name folder and artifact
 * @param complaint what the build must say of it; empty when it must pass
 * @param dependencies XML
 * @param sources file names below {@code src/main/java/canary} with their content
 */
record Canary(String name, String complaint, String dependencies, Map<String, String> sources) {

  private static final String MARKED =
      """
      @NullMarked
      @CheckReturnValue
      package canary;

      import com.google.errorprone.annotations.CheckReturnValue;
      import org.jspecify.annotations.NullMarked;
      """;

  Canary {
    sources = Map.copyOf(sources);
  }

  /** One class in a package that is marked as it should be. */
  static Canary source(String name, String complaint, String content) {
    return new Canary(
        name, complaint, "", Map.of("package-info.java", MARKED, "Canary.java", content));
  }

  static Canary unmarked(String name, String complaint, String content) {
    return new Canary(name, complaint, "", Map.of("Canary.java", content));
  }

  static Canary dependingOn(String name, String complaint, String... coordinates) {
    var xml = new StringBuilder();
    for (var coordinate : coordinates) {
      var parts = coordinate.split(":", -1);
      xml.append(
          """
              <dependency>
                <groupId>%s</groupId>
                <artifactId>%s</artifactId>
                <version>%s</version>
                <type>pom</type>
              </dependency>
          """
              .formatted(parts[0], parts[1], parts[2]));
    }
    return new Canary(name, complaint, xml.toString(), Map.of());
  }

  void write(Path folder) throws IOException {
    var pom =
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>dev.boxoffice</groupId>
            <artifactId>boxoffice</artifactId>
            <version>0.1.0-SNAPSHOT</version>
            <relativePath>../../../../pom.xml</relativePath>
          </parent>
          <artifactId>%s</artifactId>
          <dependencies>
        %s
          </dependencies>
        </project>
        """
            .formatted(name, dependencies);
    var project = folder.resolve(name);
    var code = Files.createDirectories(project.resolve("src/main/java/canary"));
    Files.writeString(project.resolve("pom.xml"), pom);
    for (var source : sources.entrySet()) {
      Files.writeString(code.resolve(source.getKey()), source.getValue());
    }
  }
}
