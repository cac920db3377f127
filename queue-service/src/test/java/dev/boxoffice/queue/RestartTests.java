package dev.boxoffice.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

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

    try (ConfigurableApplicationContext restarted = startAnother()) {
      String port = restarted.getEnvironment().getRequiredProperty("local.server.port");
      TestClient other = TestClient.at(URI.create("http://127.0.0.1:" + port));

      Answer second = other.as("second").get(show.path()).expect(200);
      assertThat(second.field("queueId")).isEqualTo(queueId);
      assertThat(second.field("number")).isEqualTo("2");
      assertThat(second.field("position")).isEqualTo("1");
      assertThat(other.as("third").post(show.path()).expect(201).field("number")).isEqualTo("3");
    }
  }

  /** A process with the same settings and nothing remembered. */
  private ConfigurableApplicationContext startAnother() {
    StandardEnvironment same = new StandardEnvironment();
    environment.getPropertySources().forEach(same.getPropertySources()::addLast);
    same.getPropertySources()
        .addFirst(new MapPropertySource("another", Map.of("server.port", "0")));
    SpringApplication application = new SpringApplication(QueueServiceApplication.class);
    application.setEnvironment(same);
    return application.run();
  }
}
