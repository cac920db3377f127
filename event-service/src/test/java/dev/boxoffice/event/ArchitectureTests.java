package dev.boxoffice.event;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.boxoffice.testing.ArchitectureRules;

@AnalyzeClasses(
    packages = "dev.boxoffice.event",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
  @ArchTest static final ArchTests rules = ArchTests.in(ArchitectureRules.class);

  @ArchTest
  static final ArchRule plansKnowNothingOfTheCatalogue =
      noClasses()
          .that()
          .resideInAPackage("..seatingplan..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..venue..", "..catalogue..", "..search..")
          .because("a layout is the same whoever uses it");

  @ArchTest
  static final ArchRule venuesDoNotKnowWhatIsOn =
      noClasses()
          .that()
          .resideInAPackage("..venue..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..catalogue..", "..search..")
          .because("the catalogue uses venues, never the other way round");

  @ArchTest
  static final ArchRule theCatalogueDoesNotSearch =
      noClasses()
          .that()
          .resideInAPackage("..catalogue..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..search..")
          .because("searching is a way to read the catalogue");
}
