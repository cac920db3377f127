package dev.boxoffice.contract;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Keeps the order of the classes, but lets {@link ApiCoverage} look back on all of them. */
public final class CoverageLast implements ClassOrderer {
  @Override
  public void orderClasses(ClassOrdererContext context) {
    context.getClassDescriptors().sort(Comparator.comparing(CoverageLast::looksBack));
  }

  private static boolean looksBack(ClassDescriptor descriptor) {
    return ApiCoverage.class.isAssignableFrom(descriptor.getTestClass());
  }
}
