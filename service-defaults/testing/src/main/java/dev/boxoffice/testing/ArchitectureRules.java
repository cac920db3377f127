package dev.boxoffice.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the code of every service keeps to, as far as it can be seen in class files. A service adds
 * its own: {@code @ArchTest static final ArchTests rules = ArchTests.in(ArchitectureRules.class)}.
 * Tests may do as they like.
 */
public final class ArchitectureRules {

  private static final int COLLABORATORS_MAX = 5;

  private static final Set<String> FORBIDDEN_SUFFIXES =
      Set.of("Service", "Manager", "Helper", "Helpers", "Util", "Utils", "Impl", "DTO", "Dto");

  private static final DescribedPredicate<JavaClass> PRODUCTION =
      describe(
          "production code",
          type ->
              type.getSource().stream()
                  .noneMatch(source -> source.getUri().toString().contains("/test-classes/")));

  private static final DescribedPredicate<JavaClass> CONFIGURATION =
      metaAnnotatedWith("org.springframework.context.annotation.Configuration")
          .<JavaClass>forSubtype()
          .or(annotatedWith("org.springframework.context.annotation.Configuration"));

  private static final DescribedPredicate<JavaClass> LEDGER =
      describe("ledgers", type -> outermostName(type).endsWith("Ledger"));

  private static final DescribedPredicate<JavaClass> BROKER_CLIENT =
      resideInAPackage("org.springframework.kafka.core..")
          .or(resideInAPackage("org.springframework.kafka.annotation.."))
          .or(resideInAPackage("org.apache.kafka.clients.producer.."))
          .or(resideInAPackage("org.apache.kafka.clients.admin.."))
          .or(assignableTo("org.apache.kafka.clients.consumer.Consumer"))
          .as("broker clients");

  @ArchTest
  public static final ArchRule onlyLedgersTouchSql =
      noClasses()
          .that(PRODUCTION)
          .and(not(LEDGER))
          .should()
          .accessTargetWhere(
              targetOwner(
                  "org.springframework.jdbc.core.simple.JdbcClient",
                  "org.springframework.jdbc.core.simple.JdbcClient$StatementSpec",
                  "org.springframework.jdbc.core.JdbcOperations",
                  "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations"))
          .because("the guards of a table's writes must all be found in its one ledger")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule timeIsAnArgument =
      noClasses()
          .that(PRODUCTION)
          .should()
          .accessTargetWhere(describe("reads a clock of its own", ArchitectureRules::readsAClock))
          .because("a test must be able to say what time it is: inject Clock")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule fieldsAreNotInjected =
      fields()
          .that(declaredIn(PRODUCTION))
          .should()
          .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
          .andShould()
          .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
          .andShould()
          .notBeAnnotatedWith("jakarta.inject.Inject")
          .andShould()
          .notBeAnnotatedWith("jakarta.annotation.Resource")
          .because("an object must be whole when its constructor returns")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule namesSayWhatAClassDoes =
      noClasses()
          .that(PRODUCTION)
          .should(
              be(
                  describe(
                      "named *Service, *Manager, *Helper, *Util, *Impl or *DTO",
                      type ->
                          FORBIDDEN_SUFFIXES.stream().anyMatch(type.getSimpleName()::endsWith))))
          .because("such a name says nothing: one use case is one class named after it")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule onlyOutboxAndListenersKnowTheBroker =
      noClasses()
          .that(PRODUCTION)
          .and(not(CONFIGURATION))
          .and(not(resideInAPackage("..outbox..")))
          .and(not(describe("listeners", type -> outermostName(type).endsWith("Listener"))))
          .should()
          .dependOnClassesThat(BROKER_CLIENT)
          .because("an event leaves with the transaction that made it true, or it lies")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule edgesAndLedgersAreNotPublic =
      noClasses()
          .that(PRODUCTION)
          .and(
              simpleNameEndingWith("Controller")
                  .or(simpleNameEndingWith("Listener"))
                  .or(simpleNameEndingWith("Ledger"))
                  .or(metaAnnotatedWith("org.springframework.stereotype.Controller").forSubtype()))
          .should()
          .bePublic()
          .because("other features use a feature's use cases, not its edge and not its tables")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule settingsAreValidatedRecords =
      classes()
          .that(PRODUCTION)
          .and(annotatedWith("org.springframework.boot.context.properties.ConfigurationProperties"))
          .should()
          .beRecords()
          .andShould()
          .beAnnotatedWith("org.springframework.validation.annotation.Validated")
          .because("a wrong setting must stop the start, not a request")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule collaboratorsAreFew =
      constructors()
          .that(declaredIn(PRODUCTION))
          .and(
              declaredIn(
                  metaAnnotatedWith("org.springframework.stereotype.Component").forSubtype()))
          .should(
              have(
                  describe(
                      "at most " + COLLABORATORS_MAX + " parameters",
                      (JavaConstructor it) -> it.getParameters().size() <= COLLABORATORS_MAX)))
          .because("a class that needs more does more than one thing")
          .allowEmptyShould(true);

  private ArchitectureRules() {}

  private static boolean readsAClock(JavaAccess<?> access) {
    var owner = access.getTargetOwner().getName();
    var name = access.getTarget().getName();
    return switch (name) {
      case "now" -> owner.startsWith("java.time.") && takesNothing(access);
      case "currentTimeMillis" -> owner.equals("java.lang.System");
      case "<init>" -> owner.equals("java.util.Date") && takesNothing(access);
      default -> false;
    };
  }

  private static boolean takesNothing(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().isEmpty();
  }

  /** Making such a client is wiring; calling it is SQL. */
  private static DescribedPredicate<JavaAccess<?>> targetOwner(String... types) {
    return describe(
        "is JdbcClient or a JdbcTemplate",
        access ->
            !access.getTarget().getName().equals("<init>")
                && Stream.of(types).anyMatch(access.getTargetOwner()::isAssignableTo));
  }

  private static DescribedPredicate<JavaMember> declaredIn(DescribedPredicate<JavaClass> owner) {
    return describe("declared in " + owner.getDescription(), it -> owner.test(it.getOwner()));
  }

  private static String outermostName(JavaClass type) {
    var name = type.getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }
}
