package dev.boxoffice.seat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.boxoffice.testing.ArchitectureRules;

@AnalyzeClasses(packages = "dev.boxoffice.seat")
class ArchitectureTests {
  @ArchTest static final ArchTests rules = ArchTests.in(ArchitectureRules.class);

  @ArchTest
  static final ArchRule theSaleKnowsNothingOfAllocation =
      noClasses()
          .that()
          .resideInAPackage("dev.boxoffice.seat.sale..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.boxoffice.seat.allocation..",
              "dev.boxoffice.seat.seatmap..",
              "dev.boxoffice.seat.pricing..",
              "dev.boxoffice.seat.guard..")
          .because("terms are there before anybody holds a seat");

  @ArchTest
  static final ArchRule allocationKnowsNothingOfTheSeatMap =
      noClasses()
          .that()
          .resideInAPackage("dev.boxoffice.seat.allocation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.boxoffice.seat.seatmap..", "dev.boxoffice.seat.pricing..")
          .because("the map is fed after the commit, and a hold takes the price that it finds");

  @ArchTest
  static final ArchRule theGuardKnowsVisitorsAndNothingOfSeats =
      noClasses()
          .that()
          .resideInAPackage("dev.boxoffice.seat.guard..")
          .and()
          .haveSimpleNameNotEndingWith("Tests")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.boxoffice.seat.sale..",
              "dev.boxoffice.seat.allocation..",
              "dev.boxoffice.seat.seatmap..",
              "dev.boxoffice.seat.pricing..",
              "org.springframework.jdbc..")
          .because("it stands before every hold, and costs one question to Redis and no other");

  @ArchTest
  static final ArchRule pricingKnowsTheSaleAlone =
      noClasses()
          .that()
          .resideInAPackage("dev.boxoffice.seat.pricing..")
          .and()
          .haveSimpleNameNotEndingWith("Tests")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.boxoffice.seat.allocation..",
              "dev.boxoffice.seat.seatmap..",
              "dev.boxoffice.seat.guard..",
              "org.springframework.data.redis..")
          .because("prices move on a schedule, whatever buyers do meanwhile");

  @ArchTest
  static final ArchRule viewsAreCountedInMemoryAndRedisAlone =
      noClasses()
          .that()
          .resideInAPackage("dev.boxoffice.seat.views..")
          .and()
          .haveSimpleNameNotEndingWith("Tests")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.boxoffice.seat.allocation..",
              "dev.boxoffice.seat.seatmap..",
              "dev.boxoffice.seat.guard..",
              "org.springframework.jdbc..",
              "java.sql..")
          .because("to look at a show must cost nothing that its sale needs");

  @ArchTest
  static final ArchRule whatChangesSeatsKnowsNothingOfWhoAsks =
      noClasses()
          .that()
          .resideInAPackage("dev.boxoffice.seat.allocation")
          .or()
          .resideInAnyPackage(
              "dev.boxoffice.seat.allocation.hold",
              "dev.boxoffice.seat.allocation.load",
              "dev.boxoffice.seat.allocation.claims",
              "dev.boxoffice.seat.allocation.house",
              "dev.boxoffice.seat.allocation.rules",
              "dev.boxoffice.seat.allocation.admission")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.boxoffice.seat.allocation.best",
              "dev.boxoffice.seat.allocation.counts",
              "dev.boxoffice.seat.allocation.edge",
              "dev.boxoffice.seat.allocation.upkeep")
          .because("a seat changes hands in one place, whoever sets that off");

  @ArchTest
  static final ArchRule theSeatRulesAreArithmetic =
      noClasses()
          .that()
          .resideInAPackage("dev.boxoffice.seat.allocation.rules")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "java.sql..", "tools.jackson..")
          .because("one picture of the rows is judged alike, wherever it comes from");

  @ArchTest
  static final ArchRule theHoldPathIsFreeOfWebAndBroker =
      noClasses()
          .that()
          .resideInAPackage("dev.boxoffice.seat.allocation..")
          .and()
          .haveSimpleNameNotEndingWith("Controller")
          .and()
          .haveSimpleNameNotEndingWith("Tests")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.servlet..",
              "org.springframework.web..",
              "org.springframework.kafka..",
              "org.apache.kafka..")
          .because("holding a seat calls nobody over HTTP and waits for no broker");
}
