package dev.boxoffice.seat.bench;

import dev.boxoffice.seat.allocation.HoldSeats;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out a plan and ends. Its environment is that of seat-service; what is measured in process
 * runs in the service's own context, with its pools.
 */
public final class HoldLoad {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Plan plan;
  private final Users users;
  private final Tables tables;
  private final RedisClient redis;
  private @Nullable ConfigurableApplicationContext service;
  private final Map<Plan.Way, Contender> contenders = new EnumMap<>(Plan.Way.class);

  private HoldLoad(Plan plan, Users users, Tables tables, RedisClient redis) {
    this.plan = plan;
    this.users = users;
    this.tables = tables;
    this.redis = redis;
  }

  /**
   * Measures.
   *
   * @param arguments the file with the {@link Plan}
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    Plan plan = JSON.readValue(Files.readString(Path.of(arguments[0])), Plan.class);
    Users users = new Users(Files.readAllLines(Path.of(plan.tokens())));
    try (RedisClient redis = RedisClient.create(setting("SPRING_DATA_REDIS_URL"));
        Connection connection =
            DriverManager.getConnection(
                setting("SPRING_DATASOURCE_URL"),
                setting("SPRING_DATASOURCE_USERNAME"),
                setting("SPRING_DATASOURCE_PASSWORD"))) {
      Tables tables = new Tables(connection, redis);
      new HoldLoad(plan, users, tables, redis).run(new Measure(plan, tables));
    }
    System.exit(0);
  }

  private void run(Measure measure) throws IOException {
    Path results = Path.of(plan.results());
    for (Plan.Step step : plan.steps()) {
      Result result =
          step.way() == Plan.Way.PGBENCH
              ? new PgBench(plan, tables).measure(step)
              : measure.measure(contenders.computeIfAbsent(step.way(), this::contender), step);
      System.out.println(result);
      if (!step.warmUp()) {
        Path written =
            Files.write(
                results,
                List.of(JSON.writeValueAsString(result)),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        if (!Files.isReadable(written)) {
          throw new IOException("cannot read " + written);
        }
      }
    }
  }

  private Contender contender(Plan.Way way) {
    return switch (way) {
      case IN_PROCESS -> new OurHolds(service().getBean(HoldSeats.class), tables, users);
      case SEED -> new SeedHolds(service().getBean(DataSource.class), redis, tables, users);
      case ROW_LOCKS -> new RowLockHolds(service().getBean(DataSource.class), tables);
      case WHOLE_ROW_LOCKS ->
          new WholeRowLockHolds(service().getBean(DataSource.class), tables, users);
      case SEAT_SERVICE, GATEWAY ->
          new HttpHolds(address(way), plan.idempotencyKeys(), tables, users);
      case PGBENCH -> throw new IllegalArgumentException("a program of its own");
    };
  }

  private String address(Plan.Way way) {
    return Objects.requireNonNull(plan.addresses().get(way), () -> "no address of " + way);
  }

  private ConfigurableApplicationContext service() {
    if (service == null) {
      service = started();
    }
    return service;
  }

  private static ConfigurableApplicationContext started() {
    try {
      return SpringApplication.run(Class.forName("dev.boxoffice.seat.SeatServiceApplication"));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("not beside seat-service's classes", e);
    }
  }

  static String setting(String variable) {
    Supplier<String> missing = () -> variable + " is not set";
    return Objects.requireNonNull(System.getenv(variable), missing);
  }
}
