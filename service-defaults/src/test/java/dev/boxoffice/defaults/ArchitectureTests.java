package dev.boxoffice.defaults;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.boxoffice.testing.ArchitectureRules;

@AnalyzeClasses(packages = "dev.boxoffice.defaults")
class ArchitectureTests {

  @ArchTest static final ArchTests rules = ArchTests.in(ArchitectureRules.class);
}
