package dev.boxoffice.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.boxoffice.local.stack.StackException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortPlanTests {

  @Test
  void followsTheEnvironmentAndElseTheUsual() {
    PortPlan plan = PortPlan.from(Map.of("BOXOFFICE_PORT", "8888", "BOXOFFICE_SEAT_PORT", "7777"));

    assertThat(plan.url(Program.GATEWAY)).isEqualTo(URI.create("http://localhost:8888"));
    assertThat(plan.url(Program.SEAT)).isEqualTo(URI.create("http://127.0.0.1:7777"));
    assertThat(plan.of(Program.KAFKA)).isEqualTo(9092);
  }

  @Test
  void namesASettingThatIsNoPort() {
    assertThatThrownBy(() -> PortPlan.from(Map.of("BOXOFFICE_KAFKA_PORT", "broker")))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("BOXOFFICE_KAFKA_PORT");
    assertThatThrownBy(() -> PortPlan.from(Map.of("BOXOFFICE_PORT", "70000")))
        .hasMessageContaining("BOXOFFICE_PORT");
  }

  @Test
  void givesNoPortTwice() {
    assertThatThrownBy(() -> PortPlan.from(Map.of("BOXOFFICE_PORT", "9000")))
        .hasMessageContaining("same port");
  }

  @Test
  void isRememberedInTheStateFolder(@TempDir Path folder) {
    StateDir state = StateDir.at(folder).created();
    PortPlan plan = PortPlan.free();

    state.remember(plan);

    assertThat(state.ports()).isEqualTo(plan);
  }
}
