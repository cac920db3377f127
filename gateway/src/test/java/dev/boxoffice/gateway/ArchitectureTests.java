package dev.boxoffice.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory;

@AnalyzeClasses(
    packages = "dev.boxoffice.gateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
  @ArchTest
  static final ArchRule ROUTING_KNOWS_NO_EDGE =
      noClasses()
          .that()
          .resideInAPackage("..routing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..edge..", "..docs..", "..gateway.web..", "..sharing..")
          .because("the table of calls says what exists, whatever is checked before it");

  @ArchTest
  static final ArchRule NOTHING_IS_RETRIED_OR_CACHED_BY_SOMEONE_ELSES_RULES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(RetryGatewayFilterFactory.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework.cloud.gateway.filter.factory.cache..")
          .because(
              "a request sent again may be done twice, and LocalResponseCache can hand one user's"
                  + " answer to another");

  @ArchTest
  static final ArchRule NO_DATABASE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
          .because("the gateway has no domain records, no database, no joins");
}
