package dev.boxoffice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A small known violation for every rule: a check that cannot fail is decoration. */
class ArchitectureRulesTests {

  private static final String INNOCENT =
      """
      package example;
      import java.time.*;
      import org.springframework.jdbc.core.simple.JdbcClient;
      class SeatLedger {
        private final JdbcClient jdbc;
        private final Clock clock;
        SeatLedger(JdbcClient jdbc, Clock clock) { this.jdbc = jdbc; this.clock = clock; }
        int free() {
          return jdbc.sql("update seat set at = :now").param("now", clock.instant()).update();
        }
      }
      @org.springframework.web.bind.annotation.RestController
      class SeatController {
        private final SeatLedger seats;
        SeatController(SeatLedger seats) { this.seats = seats; }
        int free() { return seats.free(); }
      }
      @org.springframework.context.annotation.Configuration
      class Wiring {
        SeatLedger seats(JdbcClient jdbc) { return new SeatLedger(jdbc, Clock.systemUTC()); }
        Object send(org.springframework.kafka.core.KafkaTemplate<String, String> template) {
          return template;
        }
      }
      class SeatListener {
        @org.springframework.kafka.annotation.KafkaListener(topics = "t") void on(String text) {}
      }
      @org.springframework.validation.annotation.Validated
      @org.springframework.boot.context.properties.ConfigurationProperties("seat")
      record SeatSettings(Duration holdFor) {}
      """;

  static Stream<Arguments> violations() {
    return Stream.of(
        arguments(
            "onlyLedgersTouchSql",
            """
            class FreeSeats {
              int run(org.springframework.jdbc.core.simple.JdbcClient jdbc) {
                return jdbc.sql("update seat set owner = null").update();
              }
            }
            """),
        arguments(
            "onlyLedgersTouchSql",
            """
            class FreeSeats {
              void run(org.springframework.jdbc.core.JdbcTemplate jdbc) { jdbc.execute("select 1"); }
            }
            """),
        arguments(
            "timeIsAnArgument",
            "class Expiry { java.time.Instant at() { return java.time.Instant.now(); } }"),
        arguments(
            "timeIsAnArgument",
            """
            class Expiry {
              java.util.function.Supplier<java.time.LocalDate> at = java.time.LocalDate::now;
            }
            """),
        arguments("timeIsAnArgument", "class Expiry { long at = System.currentTimeMillis(); }"),
        arguments("timeIsAnArgument", "class Expiry { Object at = new java.util.Date(); }"),
        arguments(
            "fieldsAreNotInjected",
            """
            class HoldSeats {
              @org.springframework.beans.factory.annotation.Autowired java.time.Clock clock;
            }
            """),
        arguments(
            "fieldsAreNotInjected",
            """
            class HoldSeats {
              @org.springframework.beans.factory.annotation.Value("${x}") String x;
            }
            """),
        arguments("namesSayWhatAClassDoes", "class SeatService {}"),
        arguments("namesSayWhatAClassDoes", "class SeatManager {}"),
        arguments("namesSayWhatAClassDoes", "class SeatHelper {}"),
        arguments("namesSayWhatAClassDoes", "class SeatUtil {}"),
        arguments("namesSayWhatAClassDoes", "class HoldSeatsImpl {}"),
        arguments("namesSayWhatAClassDoes", "record SeatDTO(int n) {}"),
        arguments(
            "onlyOutboxAndListenersKnowTheBroker",
            """
            class ConfirmBooking {
              void run(org.springframework.kafka.core.KafkaTemplate<String, String> kafka) {
                kafka.send("booking", "confirmed");
              }
            }
            """),
        arguments(
            "onlyOutboxAndListenersKnowTheBroker",
            """
            class ConfirmBooking {
              @org.springframework.kafka.annotation.KafkaListener(topics = "t") void on(String s) {}
            }
            """),
        arguments(
            "edgesAndLedgersAreNotPublic",
            "public class Canary { public static class SeatLedger {} }"),
        arguments(
            "edgesAndLedgersAreNotPublic",
            """
            @org.springframework.web.bind.annotation.RestController
            public class Canary {}
            """),
        arguments(
            "settingsAreValidatedRecords",
            """
            @org.springframework.boot.context.properties.ConfigurationProperties("seat")
            record SeatSettings(int n) {}
            """),
        arguments(
            "settingsAreValidatedRecords",
            """
            @org.springframework.validation.annotation.Validated
            @org.springframework.boot.context.properties.ConfigurationProperties("seat")
            class SeatSettings {}
            """),
        arguments(
            "collaboratorsAreFew",
            """
            @org.springframework.stereotype.Component
            class HoldSeats { HoldSeats(int a, int b, int c, int d, int e, int f) {} }
            """));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("violations")
  void aViolationIsFound(String rule, String source, @TempDir Path directory) throws Exception {
    var classes = compiled("package example;\n" + source, directory);
    assertThatThrownBy(() -> rule(rule).check(classes))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Architecture Violation")
        .hasMessageContaining("because");
  }

  @Test
  void innocentCodePassesEveryRule(@TempDir Path directory) throws Exception {
    var classes = compiled(INNOCENT, directory);
    for (var rule : rules()) {
      ((ArchRule) rule.get(null)).check(classes);
    }
  }

  @Test
  void everyRuleHasAViolation() {
    var proven = violations().map(violation -> (String) violation.get()[0]).distinct();
    assertThat(proven)
        .containsExactlyInAnyOrderElementsOf(rules().stream().map(Field::getName).toList());
  }

  private static ArchRule rule(String name) throws ReflectiveOperationException {
    return (ArchRule) ArchitectureRules.class.getField(name).get(null);
  }

  private static List<Field> rules() {
    return Arrays.stream(ArchitectureRules.class.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(ArchTest.class))
        .toList();
  }

  /** Compiles with a plain compiler, as ours would refuse some of it before the rules see it. */
  private static JavaClasses compiled(String source, Path directory) throws IOException {
    var file = Files.writeString(directory.resolve("Canary.java"), source);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-nowarn",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                directory.resolve("classes").toString(),
                file.toString());
    assertThat(failed).isZero();
    return new ClassFileImporter().importPath(directory.resolve("classes"));
  }
}
