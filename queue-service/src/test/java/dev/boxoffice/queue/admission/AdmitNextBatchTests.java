package dev.boxoffice.queue.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.queue.AnotherInstance;
import dev.boxoffice.queue.AtOnce;
import dev.boxoffice.queue.PublishedShow;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever looks, and however many do: the next in line are let in, once. */
@IntegrationTest
class AdmitNextBatchTests {
  private final TestClient client;
  private final JdbcClient jdbc;
  private final AdmitNextBatch admitNextBatch;
  private final ConfigurableEnvironment environment;

  AdmitNextBatchTests(
      TestClient client,
      JdbcClient jdbc,
      AdmitNextBatch admitNextBatch,
      ConfigurableEnvironment environment) {
    this.client = client;
    this.jdbc = jdbc;
    this.admitNextBatch = admitNextBatch;
    this.environment = environment;
  }

  @Test
  void admitsOneBatchWhenManyTryAtOnce() {
    PublishedShow show = fullHouse(7, Map.of("batchSize", 2, "batchInterval", "PT10M"));
    ShowId showId = new ShowId(show.id());

    for (long admitted = 2; admitted <= 6; admitted += 2) {
      makeDue(show);
      List<BatchOutcome> outcomes = AtOnce.all(16, _ -> admitNextBatch.admit(showId));

      // The instance's own rounds may be first; then none of these was.
      assertThat(outcomes)
          .filteredOn(it -> it instanceof BatchOutcome.Admitted)
          .hasSizeBetween(0, 1);
      long expected = admitted;
      Awaitility.await().until(() -> nowServing(show) == expected);
      assertThat(numbersIn(show)).containsExactlyElementsOf(oneTo(expected));
    }
  }

  @Test
  void keepsOrderAndPaceWithTwoInstances() {
    PublishedShow show = fullHouse(20, Map.of("batchSize", 5, "batchInterval", "PT1S"));
    try (AnotherInstance other = new AnotherInstance(environment)) {
      assertThat(other.client().as("buyer-0").get(show.path()).expect(200).field("position"))
          .isEqualTo("1");
      show.run(Map.of("mode", "ON"));
      Awaitility.await().until(() -> nowServing(show) == 20);
    }

    assertThat(numbersIn(show)).containsExactlyElementsOf(oneTo(20));
    Map<Instant, List<Long>> batches = batches(show);
    assertThat(batches.values().stream().flatMap(List::stream))
        .as("in the order of the line")
        .containsExactlyElementsOf(oneTo(20));
    assertThat(batches.values()).allSatisfy(batch -> assertThat(batch).hasSize(5));
    List<Instant> times = List.copyOf(batches.keySet());
    for (int i = 1; i < times.size(); i++) {
      assertThat(Duration.between(times.get(i - 1), times.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
  }

  private PublishedShow fullHouse(int people, Map<String, Object> pace) {
    PublishedShow show = PublishedShow.withQueue("ON", client);
    Map<String, Object> rules = new TreeMap<>(pace);
    rules.put("mode", "PAUSED");
    show.run(rules);
    for (int i = 0; i < people; i++) {
      client.as("buyer-" + i).post(show.path()).expect(201);
    }
    return show;
  }

  private void makeDue(PublishedShow show) {
    int changed =
        jdbc.sql(
                """
                update admission_pace set running = true, moved_at = '-infinity'
                where show_id = :show
                """)
            .param("show", show.id())
            .update();
    assertThat(changed).isEqualTo(1);
  }

  private long nowServing(PublishedShow show) {
    return jdbc.sql("select now_serving from admission_pace where show_id = :show")
        .param("show", show.id())
        .query(Long.class)
        .single();
  }

  private List<Long> numbersIn(PublishedShow show) {
    return jdbc.sql(
            """
            select number from admission join queue_entry using (entry_id)
            where queue_entry.show_id = :show order by number
            """)
        .param("show", show.id())
        .query((rs, _) -> rs.getLong("number"))
        .list();
  }

  /** Numbers by the moment at which they were let in together. */
  private Map<Instant, List<Long>> batches(PublishedShow show) {
    return jdbc
        .sql(
            """
            select admitted_at, number from admission join queue_entry using (entry_id)
            where queue_entry.show_id = :show order by number
            """)
        .param("show", show.id())
        .query(
            (rs, _) ->
                Map.entry(
                    rs.getObject("admitted_at", OffsetDateTime.class).toInstant(),
                    rs.getLong("number")))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                TreeMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static List<Long> oneTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
