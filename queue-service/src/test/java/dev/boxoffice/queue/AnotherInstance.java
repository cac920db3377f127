package dev.boxoffice.queue;

import dev.boxoffice.testing.TestClient;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** A process beside the one under test, with the same settings and nothing remembered. */
public final class AnotherInstance implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  public AnotherInstance(ConfigurableEnvironment first) {
    StandardEnvironment same = new StandardEnvironment();
    first.getPropertySources().forEach(same.getPropertySources()::addLast);
    // Its own port is written there; the first instance's must stay.
    if (same.getPropertySources().remove("server.ports") == null) {
      throw new IllegalStateException("the first instance has no port");
    }
    same.getPropertySources()
        .addFirst(new MapPropertySource("another", Map.of("server.port", "0")));
    SpringApplication application = new SpringApplication(QueueServiceApplication.class);
    application.setEnvironment(same);
    context = application.run();
  }

  public TestClient client() {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return TestClient.of("queue-service", URI.create("http://127.0.0.1:" + port));
  }

  /** Ends it as SIGTERM would. */
  @Override
  public void close() {
    context.close();
  }
}
