package dev.boxoffice.seat;

import dev.boxoffice.testing.TestClient;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Another instance of the service beside the one under test, with the same servers behind it. */
public final class SecondInstance implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  public SecondInstance(ConfigurableEnvironment first) {
    Map<String, Object> settings = new HashMap<>();
    if (first.getPropertySources().get("boxoffice-test-stack")
        instanceof EnumerablePropertySource<?> stack) {
      for (String name : stack.getPropertyNames()) {
        settings.put(name, first.getRequiredProperty(name));
      }
    }
    settings.put("boxoffice.services.event", first.getRequiredProperty("boxoffice.services.event"));
    settings.put("server.port", "0");
    String[] arguments =
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new);
    context = new SpringApplicationBuilder(SeatServiceApplication.class).run(arguments);
  }

  public TestClient client() {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return TestClient.of("seat-service", URI.create("http://127.0.0.1:" + port));
  }

  /** Ends it as SIGTERM would. */
  public void stop() {
    context.close();
  }

  @Override
  public void close() {
    context.close();
  }
}
