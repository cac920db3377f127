package dev.boxoffice.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.boxoffice.local.stack.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSystemTests {

  @TempDir Path folder;

  @Test
  void startsNothingWhenAPortIsTakenAndNamesTheSettingThatChangesIt() throws IOException {
    PortPlan ports = PortPlan.free();
    StateDir state = StateDir.at(folder);
    try (var stranger =
        new ServerSocket(ports.of(Program.BOOKING), 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatThrownBy(() -> LocalSystem.start(state, ports, Map.of()))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("port " + stranger.getLocalPort())
          .hasMessageContaining("booking-service")
          .hasMessageContaining("BOXOFFICE_BOOKING_PORT");
    }
    assertThat(LocalSystem.all()).allMatch(program -> state.running(program).isEmpty());
  }

  @Test
  void leavesThePortOfWhatIsLeftOutToItsStandIn() throws IOException {
    PortPlan ports = PortPlan.free();
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    try (var standIn = new ServerSocket(ports.of(Program.SEAT), 1, here);
        var stranger = new ServerSocket(ports.of(Program.BOOKING), 1, here)) {
      assertThatThrownBy(
              () ->
                  LocalSystem.startWithout(
                      Set.of(Program.SEAT), StateDir.at(folder), ports, Map.of()))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("port " + stranger.getLocalPort())
          .hasMessageNotContaining("port " + standIn.getLocalPort());
    }
  }
}
