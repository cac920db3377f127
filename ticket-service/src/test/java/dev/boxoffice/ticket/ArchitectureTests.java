package dev.boxoffice.ticket;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.boxoffice.testing.ArchitectureRules;

@AnalyzeClasses(
    packages = "dev.boxoffice.ticket",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

  @ArchTest static final ArchTests rules = ArchTests.in(ArchitectureRules.class);

  @ArchTest
  static final ArchRule issuingKnowsNoDoor =
      noClasses()
          .that()
          .resideInAPackage("dev.boxoffice.ticket.issuing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.boxoffice.ticket.checkin..", "dev.boxoffice.ticket.transfer..")
          .because("dependencies run from what is done with tickets to what makes them");

  @ArchTest
  static final ArchRule onlyPrintingKnowsHowPagesAreDrawn =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.boxoffice.ticket.printing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.openpdf..", "com.google.zxing..")
          .because("a page is drawn in one place");

  @ArchTest
  static final ArchRule printingAndCodesArePure =
      noClasses()
          .that()
          .resideInAnyPackage("dev.boxoffice.ticket.printing..", "dev.boxoffice.ticket.code..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.boxoffice.ticket.issuing..",
              "dev.boxoffice.ticket.checkin..",
              "dev.boxoffice.ticket.show..",
              "org.springframework.jdbc..",
              "software.amazon..")
          .because("what a ticket looks like does not depend on where it is kept");
}
