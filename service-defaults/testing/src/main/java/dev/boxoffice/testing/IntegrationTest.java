package dev.boxoffice.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * A test against the whole service on a free port, with real servers behind it. The constructor's
 * parameters are beans, among them a {@link TestClient} for the service.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextCustomizerFactories(StackCustomizerFactory.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface IntegrationTest {

  /**
   * The name of the schema and role, e.g. {@code seat}; without one, {@code
   * spring.application.name} up to {@code -service}.
   */
  String service() default "";

  /** Properties that win over the fixture's, as {@code name=value}. */
  @AliasFor(annotation = SpringBootTest.class)
  String[] properties() default {};

  /** Configuration classes, where the one found by its package is not meant. */
  @AliasFor(annotation = SpringBootTest.class)
  Class<?>[] classes() default {};
}
