package dev.boxoffice.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContainersTests {

  @Test
  void sayWhatToDoWhereNoDockerApiAnswers() {
    var containers = new Containers(() -> false);

    assertThatThrownBy(containers::startRedis)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("BOXOFFICE_TEST_STACK=testcontainers")
        .hasMessageContaining("DOCKER_HOST");
  }
}
