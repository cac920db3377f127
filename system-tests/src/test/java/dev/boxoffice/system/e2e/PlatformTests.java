package dev.boxoffice.system.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.local.stack.Repository;
import org.junit.jupiter.api.Test;

class PlatformTests {
  @Test
  void keepsItsStateWhereTheBuildCleansUp() {
    assertThat(Platform.state().folder())
        .startsWithRaw(Repository.root().resolve("system-tests/target"));
    assertThat(Platform.state().apps()).startsWithRaw(Platform.state().folder());
  }
}
