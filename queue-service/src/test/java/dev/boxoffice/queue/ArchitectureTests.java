package dev.boxoffice.queue;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.boxoffice.testing.ArchitectureRules;

@AnalyzeClasses(packages = "dev.boxoffice.queue")
class ArchitectureTests {
  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

  @ArchTest
  static final ArchRule ADMISSION_KNOWS_NO_ROOM =
      noClasses()
          .that()
          .resideInAPackage("..admission..")
          .and()
          .haveSimpleNameNotEndingWith("Tests")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..waitingroom..")
          .because("who is let in next depends on numbers, not on how people got them");

  @ArchTest
  static final ArchRule ADMISSION_SPEAKS_NO_PROTOCOL =
      noClasses()
          .that()
          .resideInAPackage("..admission..")
          .and()
          .haveSimpleNameNotEndingWith("Controller")
          .and()
          .haveSimpleNameNotEndingWith("Tests")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.servlet..", "org.springframework.web..", "org.apache.kafka..")
          .because("admission is decided by rows, whoever asks");
}
