package dev.boxoffice.defaults.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.defaults.problem.UnavailableException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class EventAutoConfigurationTests {

  static Stream<RuntimeException> faultsOfADependency() {
    return Stream.of(
        new UnavailableException("the object store takes no PDF", null),
        new CannotCreateTransactionException("no connection"),
        new CannotGetJdbcConnectionException("no connection", new SQLException()),
        new DataAccessResourceFailureException("an I/O error occurred"),
        new RecoverableDataAccessException("the connection is closed"),
        new TransactionSystemException("could not commit"),
        new QueryTimeoutException("canceled by the statement timeout"));
  }

  static Stream<RuntimeException> faultsOfTheEvent() {
    return Stream.of(
        new MalformedEventException("no JSON", null),
        new DataIntegrityViolationException("no such seat"),
        new IllegalStateException("booking without seats"));
  }

  @ParameterizedTest
  @MethodSource("faultsOfADependency")
  void triesAnEventUntilTheDependencyIsBack(RuntimeException fault) {
    assertThat(EventAutoConfiguration.dependencyIsAway(inTheListener(fault))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("faultsOfTheEvent")
  void putsAsideAnEventThatIsAtFaultItself(RuntimeException fault) {
    assertThat(EventAutoConfiguration.dependencyIsAway(inTheListener(fault))).isFalse();
  }

  private static Exception inTheListener(RuntimeException fault) {
    return new ListenerExecutionFailedException("the listener threw", fault);
  }
}
