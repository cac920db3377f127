package dev.boxoffice.buildchecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.util.FileSystemUtils;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuildChecksTests {

  private static final Canary CLEAN =
      Canary.source(
          "clean",
          "",
          """
          package canary;

          import org.jspecify.annotations.Nullable;

          /** Nothing to complain of. */
          final class Canary {

            private Canary() {}

            static int length(@Nullable String text) {
              return text == null ? 0 : text.length();
            }
          }
          """);

  private static final List<Canary> VIOLATIONS =
      List.of(
          Canary.source(
              "null-dereference",
              "[NullAway] dereferenced expression 'text' is @Nullable",
              """
              package canary;

              import org.jspecify.annotations.Nullable;

              final class Canary {

                private Canary() {}

                static int length(@Nullable String text) {
                  return text.length();
                }
              }
              """),
          Canary.source(
              "null-type-argument",
              "[NullAway]",
              """
              package canary;

              import java.util.ArrayList;
              import java.util.List;
              import org.jspecify.annotations.Nullable;

              final class Canary {

                private Canary() {}

                static List<String> names() {
                  List<@Nullable String> names = new ArrayList<@Nullable String>();
                  return names;
                }
              }
              """),
          Canary.source(
              "dropped-result",
              "[CheckReturnValue]",
              """
              package canary;

              final class Canary {

                private Canary() {}

                static boolean refused() {
                  return true;
                }

                static void command() {
                  refused();
                }
              }
              """),
          Canary.source(
              "javac-warning",
              "found raw type: java.util.List",
              """
              package canary;

              import java.util.List;

              final class Canary {

                private Canary() {}

                static int size(List list) {
                  return list.size();
                }
              }
              """),
          Canary.source(
              "error-prone-warning",
              "[UnusedVariable]",
              """
              package canary;

              final class Canary {

                private Canary() {}

                static int one() {
                  int two = 2;
                  return 1;
                }
              }
              """),
          Canary.unmarked(
              "unmarked-package",
              "[RequireExplicitNullMarking]",
              """
              package canary;

              final class Canary {

                private Canary() {}
              }
              """),
          Canary.source(
              "bad-format",
              "format violations",
              """
              package canary;
              final class Canary
              {
                private Canary( ) { }
              }
              """),
          Canary.dependingOn(
              "uses-lombok", "BannedDependencies failed", "org.projectlombok:lombok:0"),
          Canary.dependingOn("uses-junit-4", "BannedDependencies failed", "junit:junit:0"),
          Canary.dependingOn(
              "uses-a-service", "BannedDependencies failed", "dev.boxoffice:canary-service:0"),
          Canary.dependingOn(
              "older-than-needed",
              "RequireUpperBoundDeps failed",
              "canary:library:1",
              "canary:library-user:1"));

  private final Flock flock;
  private String log = "";

  BuildChecksTests() throws IOException {
    var folder = Path.of("target", "canaries").toAbsolutePath();
    FileSystemUtils.deleteRecursively(folder);
    flock = new Flock(folder, Stream.concat(Stream.of(CLEAN), VIOLATIONS.stream()).toList());
  }

  @BeforeAll
  void build() throws IOException, InterruptedException {
    log = flock.build("compile");
  }

  @Test
  void cleanCodePassesEveryCheck() {
    assertThat(Flock.verdict(CLEAN.name(), log)).isEqualTo("SUCCESS");
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("VIOLATIONS")
  void aViolationFailsTheBuild(Canary canary) {
    assertThat(Flock.verdict(canary.name(), log)).isEqualTo("FAILURE");
    assertThat(Flock.of(canary.name(), log)).contains(canary.complaint());
  }

  @Test
  void anotherJdkFailsTheBuild() throws IOException, InterruptedException {
    // The rule asks this property, so there need be no other JDK.
    var other = flock.build("-Djava.version=24.0.1", "--projects=clean", "validate");
    assertThat(other).contains("RequireJavaVersion failed", "Boxoffice is built with JDK 25");
  }
}
