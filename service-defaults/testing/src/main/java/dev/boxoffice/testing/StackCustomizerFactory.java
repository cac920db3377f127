package dev.boxoffice.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Puts the stack behind the context of every class with {@link IntegrationTest}. */
final class StackCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    var test = AnnotatedElementUtils.findMergedAnnotation(testClass, IntegrationTest.class);
    return test == null ? null : new StackCustomizer(test.service());
  }
}
