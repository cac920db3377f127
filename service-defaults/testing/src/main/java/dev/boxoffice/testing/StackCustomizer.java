package dev.boxoffice.testing;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Starts the servers the service has clients for, and tells it where they are. Equal customizers
 * share a context, hence a record.
 */
record StackCustomizer(String service) implements ContextCustomizer {

  private static final String NAME = "boxoffice-test-stack";

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    var environment = context.getEnvironment();
    var application = environment.getProperty("spring.application.name", "test-service");
    var schema = service.isEmpty() ? application.replaceFirst("-service$", "") : service;
    var properties = new MapPropertySource(NAME, new StackProperties(application, schema).toMap());
    var sources = environment.getPropertySources();
    var inlined = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
    if (sources.contains(inlined)) {
      sources.addAfter(inlined, properties);
    } else {
      sources.addFirst(properties);
    }
    context
        .getBeanFactory()
        .registerSingleton(
            "testClient",
            TestClient.of(application, () -> environment.getRequiredProperty("local.server.port")));
  }
}
