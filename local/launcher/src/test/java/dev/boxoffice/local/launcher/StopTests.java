package dev.boxoffice.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.boxoffice.local.stack.Home;
import dev.boxoffice.local.stack.Lifetime;
import dev.boxoffice.local.stack.LocalProcess;
import dev.boxoffice.local.stack.ProcessCommand;
import dev.boxoffice.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTests {

  @TempDir Path folder;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  @Test
  void endsServicesBeforeTheServersTheyStandOn() {
    StateDir state = StateDir.at(folder).created();
    LocalProcess redis = start(state, Program.REDIS);
    LocalProcess seats = start(state, Program.SEAT);
    LocalProcess gateway = start(state, Program.GATEWAY);

    long stopped = new Stop(state, Stop.Manner.PATIENT, lines::add).stop(program -> true);

    assertThat(stopped).isEqualTo(3);
    assertThat(List.of(redis, seats, gateway)).noneMatch(LocalProcess::isAlive);
    assertThat(lines.stream().map(line -> line.strip().split(" ", 2)[0]))
        .containsExactly("gateway", "seat-service", "redis");
  }

  @Test
  void leavesAStrangerAloneThatHasTheRecordedNumber() throws IOException {
    StateDir state = StateDir.at(folder).created();
    LocalProcess stranger = start(state, Program.SEAT);
    // As after a reboot: the number is the same, the start is not.
    Path pidFile = state.pidFile(Program.SEAT);
    String[] words = Files.readString(pidFile).split(" ", -1);
    Path written = Files.writeString(pidFile, words[0] + " 1000 " + words[2]);

    long stopped = new Stop(state, Stop.Manner.PATIENT, lines::add).stop(program -> true);

    assertThat(written).exists();
    assertThat(stopped).isZero();
    assertThat(stranger.isAlive()).isTrue();
    stranger.kill();
  }

  @Test
  void deletesNoFolderThatIsNotAStateFolder() throws IOException {
    Path precious = Files.writeString(folder.resolve("thesis.txt"), "years of work");

    assertThatThrownBy(() -> StateDir.at(folder).wipe()).isInstanceOf(StackException.class);
    assertThat(precious).exists();
  }

  private static LocalProcess start(StateDir state, Program program) {
    Home home = new Home(state.directory(program), 0, Lifetime.OF_THIS_JVM);
    return LocalProcess.start(ProcessCommand.at(home, program.label(), List.of("sleep", "600")));
  }
}
