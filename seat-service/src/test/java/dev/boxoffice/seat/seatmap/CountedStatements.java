package dev.boxoffice.seat.seatmap;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that remembers what its connections were asked to prepare. */
final class CountedStatements extends DelegatingDataSource {
  private final List<String> statements = new CopyOnWriteArrayList<>();

  CountedStatements(DataSource target) {
    super(target);
  }

  List<String> statements() {
    return List.copyOf(statements);
  }

  @Override
  public Connection getConnection() throws java.sql.SQLException {
    Connection connection = Objects.requireNonNull(getTargetDataSource()).getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().startsWith("prepare")) {
                statements.add(String.valueOf(arguments[0]));
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
