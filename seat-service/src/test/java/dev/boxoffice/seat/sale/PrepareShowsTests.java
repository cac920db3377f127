package dev.boxoffice.seat.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.LayoutServer;
import dev.boxoffice.seat.SeatTest;
import dev.boxoffice.seat.TestShows;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.testing.TopicEvent;
import dev.boxoffice.testing.TopicReader;
import dev.boxoffice.testing.TopicWriter;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PrepareShowsTests implements SeatTest {
  private final Shows shows;
  private final TestShows testShows;
  private final SeatingLedger seating;
  private final JdbcClient jdbc;

  PrepareShowsTests(Shows shows, SeatingLedger seating, Clock clock, JdbcClient jdbc) {
    this.shows = shows;
    this.seating = seating;
    this.testShows = new TestShows(shows, clock);
    this.jdbc = jdbc;
  }

  @Test
  void opensAPublishedShowWithItsSeatsAndSaysSo() {
    try (TopicReader topic = TopicReader.of("seat.show")) {
      OpenShow show = testShows.openLayout(TestShows.layout(3, 10, 5));

      TopicEvent opened = topic.await("seat.show.opened", show.id());
      assertThat(opened.data().at("/totalSeats").asInt()).isEqualTo(35);
      TopicEvent counts = topic.await("seat.show.counts", show.id());
      assertThat(counts.data().at("/available").asInt()).isEqualTo(35);
      assertThat(counts.data().at("/priceFrom").asLong()).isEqualTo(50_000);
      assertThat(counts.data().at("/sections/1/available").asInt()).isEqualTo(5);
      assertThat(
              jdbc.sql(
                      """
                      select count(*) from seats s join seat_state t using (show_id, seat_id)
                      where s.show_id = :show and t.status = 'AVAILABLE'
                      """)
                  .param("show", show.showId().value())
                  .query(Integer.class)
                  .single())
          .isEqualTo(35);
    }
  }

  @Test
  void seatIdsCountUpwardsFromACommonPrefix() {
    OpenShow show = testShows.open(1);
    assertThat(show.seat(0).substring(0, 28)).isEqualTo(show.seat(9).substring(0, 28));
    assertThat(
            jdbc.sql("select seat_id from seats where show_id = :show order by seat_index")
                .param("show", show.showId().value())
                .query((rs, _) -> String.valueOf(rs.getString(1)))
                .list())
        .isSorted()
        .contains(show.seat(0), show.seat(9));
  }

  @Test
  void aStadiumOpensToo() {
    try (TopicReader topic = TopicReader.of("seat.show")) {
      OpenShow show = testShows.openLayout(TestShows.layout(450, 100, 5_000));

      assertThat(show.totalSeats()).isEqualTo(50_000);
      TopicEvent counts = topic.await("seat.show.counts", show.id());
      assertThat(counts.data().at("/available").asInt()).isEqualTo(50_000);
      assertThat(counts.data().at("/sections/0/available").asInt()).isEqualTo(45_000);
      assertThat(counts.data().at("/sections/1/available").asInt()).isEqualTo(5_000);
    }
  }

  @Test
  void thePlannerLearnsOfManyNewSeatsAtOnceButNotOfEveryShow() {
    OpenShow show = testShows.openLayout(TestShows.layout(50, 100, 0));
    Awaitility.await().until(() -> partitionsThatOutgrewTheirStatistics(show) == 0);

    long analyses = analyses();
    seating.refreshStatistics(show.showId());
    assertThat(analyses()).isEqualTo(analyses);
  }

  @Test
  void anEventThatComesTwiceChangesNothing() {
    OpenShow show = testShows.open(1);
    String hash =
        jdbc.sql("select layout_hash from show_sale where show_id = :show")
            .param("show", show.showId().value())
            .query((rs, _) -> String.valueOf(rs.getString(1)))
            .single();
    Map<String, Object> again =
        testShows.event(show.showId().value(), hash, Map.of("title", "Another evening"));
    String eventId = UUID.randomUUID().toString();
    for (int n = 0; n < 2; n++) {
      TopicWriter.sendAgain("catalogue.show", show.id(), "catalogue.show.changed", eventId, again);
    }
    OpenShow after = testShows.open(1);

    assertThat(after.totalSeats()).isEqualTo(10);
    Awaitility.await()
        .until(
            () ->
                jdbc.sql("select event_title from show_sale where show_id = :show")
                    .param("show", show.showId().value())
                    .query((rs, _) -> String.valueOf(rs.getString(1)))
                    .single(),
            "Another evening"::equals);
    ShowTerms terms = shows.find(show.showId()).orElseThrow();
    assertThat(terms.seatIdBase()).isEqualTo(show.base());
    assertThat(terms.status()).isEqualTo(SaleStatus.OPEN);
  }

  @Test
  void waitsForALayoutThatEventServiceDoesNotServeYetAndFetchesItOnce() {
    String layout = TestShows.layout(1, 7, 0);
    String hash = "late-" + UUID.randomUUID();
    UUID showId = UUID.randomUUID();
    testShows.send("catalogue.show.published", testShows.event(showId, hash, Map.of()));
    Awaitility.await().until(() -> LayoutServer.get().requestsFor(hash) > 0);
    LayoutServer.get().add(hash, layout);

    OpenShow show = testShows.await(new ShowId(showId));
    int requests = LayoutServer.get().requestsFor(hash);
    UUID second = UUID.randomUUID();
    testShows.send("catalogue.show.published", testShows.event(second, hash, Map.of()));

    assertThat(show.totalSeats()).isEqualTo(7);
    assertThat(testShows.await(new ShowId(second)).totalSeats()).isEqualTo(7);
    assertThat(LayoutServer.get().requestsFor(hash)).isEqualTo(requests);
  }

  private int partitionsThatOutgrewTheirStatistics(OpenShow show) {
    return jdbc.sql(
            """
            select count(*) from pg_class
            where oid in (
                (select tableoid from seats where show_id = :show limit 1),
                (select tableoid from seat_state where show_id = :show limit 1))
              and pg_relation_size(oid) > 1.5 * 8192 * relpages
            """)
        .param("show", show.showId().value())
        .query(Integer.class)
        .single();
  }

  private long analyses() {
    return jdbc.sql("select sum(analyze_count) from pg_stat_user_tables where relname like 'seat%'")
        .query(Long.class)
        .single();
  }
}
