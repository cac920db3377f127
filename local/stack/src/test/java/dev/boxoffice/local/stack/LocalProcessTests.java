package dev.boxoffice.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProcessTests {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final Home home;

  LocalProcessTests(@TempDir Path directory) {
    home = new Home(directory, 0, Lifetime.UNTIL_STOPPED);
  }

  @BeforeEach
  void hasNoPidFileYet() {
    assertThat(home.pidFile("child")).doesNotExist();
  }

  @Test
  void isFoundAgainByItsPidFileAndStopped() {
    var child = LocalProcess.start(shell("sleep 60"));
    var found = LocalProcess.recorded("child", home.log("child"), home.pidFile("child"));
    assertThat(found).map(LocalProcess::pid).contains(child.pid());
    found.orElseThrow().stop(SOON);
    assertThat(child.isAlive()).isFalse();
    assertThat(home.pidFile("child")).doesNotExist();
    assertThat(LocalProcess.recorded("child", home.log("child"), home.pidFile("child"))).isEmpty();
  }

  @Test
  void isNotTakenForAStrangerWithTheSamePid() throws IOException {
    var child = LocalProcess.start(shell("sleep 60"));
    var words = Files.readString(home.pidFile("child")).split(" ", -1);
    long anHourEarlier = Long.parseLong(words[1]) - Duration.ofHours(1).toMillis();
    Files.writeString(home.pidFile("child"), child.pid() + " " + anHourEarlier + " TERM\n");
    assertThat(LocalProcess.recorded("child", home.log("child"), home.pidFile("child"))).isEmpty();
    child.stop(SOON);
  }

  @Test
  void isKnownToHaveEndedWellOrNot() {
    var good = LocalProcess.start(shell("exit 0"));
    var bad = LocalProcess.start(shell("exit 3"));
    assertThat(good.endsWithin(SOON) && bad.endsWithin(SOON)).isTrue();
    assertThat(good.succeeded()).isTrue();
    assertThat(bad.succeeded()).isFalse();
  }

  @Test
  void isKilledWhenItDoesNotListen() {
    var child = LocalProcess.start(shell("trap '' TERM; echo deaf; while :; do sleep 0.1; done"));
    await().until(() -> Files.readString(child.log()).contains("deaf"));
    child.stop(Duration.ofMillis(200));
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void writesItsOutputToItsLogAndSeesItsEnvironment() {
    var command = shell("echo \"$GREETING\"; exec sleep 60");
    var child = LocalProcess.start(command.withEnvironment(Map.of("GREETING", "hello")));
    await().untilAsserted(() -> assertThat(child.log()).hasContent("hello"));
    child.stop(SOON);
  }

  @Test
  void thatEndsWhileStartingIsReportedWithTheEndOfItsLog() {
    var child = LocalProcess.start(shell("echo no such luck; exit 3"));
    assertThatThrownBy(
            () ->
                Readiness.await(
                    child,
                    () -> {
                      throw new IOException("never");
                    }))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("child ended while starting")
        .hasMessageContaining("no such luck");
  }

  @Test
  void isGoneSoonAfterItsJvmWasKilled(@TempDir Path directory) throws IOException {
    var pidFile = directory.resolve("inner.pid");
    var jvm =
        new ProcessBuilder(
                List.of(
                    Programs.java(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    ParentOfOneChild.class.getName(),
                    directory.toString()))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("jvm.log").toFile())
            .start();
    await().atMost(SOON).until(() -> Files.exists(pidFile));
    var child = LocalProcess.recorded("inner", directory.resolve("inner.log"), pidFile);
    assertThat(child).isPresent();
    jvm.destroyForcibly();
    assertThat(child.orElseThrow().endsWithin(SOON)).isTrue();
  }

  private ProcessCommand shell(String script) {
    return ProcessCommand.at(home, "child", List.of("sh", "-c", script));
  }
}
