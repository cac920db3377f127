package dev.boxoffice.booking.fakes;

import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicEvent;
import dev.boxoffice.testing.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * The service under test with the real local provider, in which runs of processes die where a test
 * wants it: at the seams between a step's effect and its record. A dead run leaves its lease behind
 * and is taken up by the recoverer.
 */
@TestPropertySource(
    properties = {
      "boxoffice.recovery.lease-for=PT2S",
      "boxoffice.purchase.answer-within=PT1S",
    })
public abstract class CrashStage extends LocalProviderStage {

  /** How a request to the provider may go, as its test cards write it after a call's name. */
  protected static final List<String> ANSWERS = List.of("", "answer_lost", "request_lost");

  /** When the provider's events come: before its answers, after the end, twice, never. */
  protected static final List<String> WEBHOOKS = List.of("first", "late", "twice", "never");

  protected static final CrashPoints POINTS = new CrashPoints();

  private static final int REQUESTS_AT_ONCE = 48;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  protected CrashStage(TestClient client, JdbcClient jdbc) {
    super(client, jdbc);
  }

  /** Runs die by the hundred, and each death would be told as the fault that it is. */
  @BeforeEach
  void beSilent() {
    logLevel(LogLevel.OFF);
  }

  @AfterEach
  void beSilentNoMore() {
    logLevel(null);
  }

  private static void logLevel(@Nullable LogLevel level) {
    LoggingSystem.get(CrashStage.class.getClassLoader()).setLogLevel("dev.boxoffice", level);
  }

  /** A card with which each of these calls goes once as said, and the events come as said. */
  protected static String card(String name, String answer, String webhooks, String... calls) {
    var mishaps = answer.isEmpty() ? Stream.<String>of() : Stream.of(calls);
    return Stream.concat(
            mishaps.map(call -> "." + call + "_" + answer), Stream.of(".webhook_" + webhooks))
        .collect(Collectors.joining("", name, ""));
  }

  /** Answers to the cases' requests, some at a time. */
  protected static <C> List<Answer> each(List<C> cases, Function<C, Answer> request) {
    try (var threads = Executors.newFixedThreadPool(REQUESTS_AT_ONCE)) {
      var answers =
          cases.stream()
              .map(it -> CompletableFuture.supplyAsync(() -> request.apply(it), threads))
              .toList();
      return answers.stream().map(CompletableFuture::join).toList();
    }
  }

  /** Waits until a query for what is under way counts nothing, and the provider has told all. */
  protected void awaitRest(String underWay, String user, Runnable meanwhile) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .until(
            () -> {
              meanwhile.run();
              return jdbc.sql(underWay).param("user", user).query(Long.class).single() == 0
                  && LEDGER.untoldEvents() == 0;
            });
  }

  /** All events of a topic that were stored in the outbox up to now. */
  protected List<TopicEvent> told(TopicReader topic) {
    until(() -> jdbc.sql("select count(*) from outbox").query(Long.class).single() == 0);
    return topic.allUpToNow();
  }
}
