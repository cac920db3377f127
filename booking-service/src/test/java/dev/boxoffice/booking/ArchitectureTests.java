package dev.boxoffice.booking;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.boxoffice.testing.ArchitectureRules;

@AnalyzeClasses(packages = "dev.boxoffice.booking", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

  @ArchTest
  static final ArchRule ONLY_PAYMENT_KNOWS_THE_PROVIDER =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.boxoffice.booking.payment..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.stripe..")
          .because("the provider's words must not become ours");

  @ArchTest
  static final ArchRule THE_PURCHASE_KNOWS_NO_EDGE =
      noClasses()
          .that(
              resideInAPackage("dev.boxoffice.booking.booking..")
                  .or(resideInAPackage("dev.boxoffice.booking.cancellation.."))
                  .and(
                      not(
                          simpleNameEndingWith("Controller")
                              .or(simpleNameEndingWith("Listener"))
                              .or(
                                  describe(
                                      "nested in an edge",
                                      type ->
                                          type.getName().contains("Controller$")
                                              || type.getName().contains("Listener$"))))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.servlet..",
              "org.springframework.web..",
              "org.springframework.http..",
              "org.apache.kafka..",
              "org.springframework.kafka..")
          .because("a purchase is the same whoever asks for it, and however");

  @ArchTest
  static final ArchRule FEATURES_FORM_NO_CIRCLE =
      slices()
          .matching("dev.boxoffice.booking.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a feature that needs its user is the same feature");
}
