package dev.boxoffice.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.ConfigurableEnvironment;

@IntegrationTest
class RestartTests {
  private final TestClient client;
  private final ConfigurableEnvironment environment;

  RestartTests(TestClient client, ConfigurableEnvironment environment) {
    this.client = client;
    this.environment = environment;
  }

  @Test
  void keepsEveryPlace() {
    PublishedShow show = PublishedShow.withQueue("ON", client);
    show.run(Map.of("mode", "PAUSED"));
    client.as("first").post(show.path()).expect(201);
    String queueId = client.as("second").post(show.path()).expect(201).field("queueId");
    client.as("first").delete(show.path()).expect(204);

    try (AnotherInstance restarted = new AnotherInstance(environment)) {
      TestClient other = restarted.client();

      Answer second = other.as("second").get(show.path()).expect(200);
      assertThat(second.field("queueId")).isEqualTo(queueId);
      assertThat(second.field("number")).isEqualTo("2");
      assertThat(second.field("position")).isEqualTo("1");
      assertThat(other.as("third").post(show.path()).expect(201).field("number")).isEqualTo("3");
    }
  }
}
