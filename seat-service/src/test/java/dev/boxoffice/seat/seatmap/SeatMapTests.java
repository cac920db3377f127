package dev.boxoffice.seat.seatmap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aayushatharva.brotli4j.decoder.Decoder;
import dev.boxoffice.seat.Crowd;
import dev.boxoffice.seat.TestShows;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.ShowId;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class SeatMapTests extends SeatMapTest {
  SeatMapTests(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    super(client, shows, clock, jdbc, redis);
  }

  @Test
  void showsEverySeatWithItsPlaceAndPrice() {
    OpenShow show = shows.openLayout(TestShows.layout(2, 10, 3));

    JsonNode map = map(show);

    assertThat(map.path("showId").asString()).isEqualTo(show.id());
    assertThat(map.at("/venue/name").asString()).isEqualTo("Town Hall");
    assertThat(map.at("/venue/shapes").isArray()).isTrue();
    assertThat(map.path("currency").asString()).isEqualTo("INR");
    assertThat(map.path("seq").isIntegralNumber()).isTrue();
    assertThat(map.path("lastUpdated").asString()).isNotEmpty();
    assertThat(map.path("sections")).hasSize(2);
    assertThat(map.at("/sections/0/price").asLong()).isEqualTo(150_000);
    assertThat(map.at("/sections/0/priceCategory").asString()).isEqualTo("A");
    assertThat(map.at("/sections/0/generalAdmission").asBoolean()).isFalse();
    assertThat(map.at("/sections/1/generalAdmission").asBoolean()).isTrue();
    JsonNode seat = map.at("/sections/0/seats/11");
    assertThat(seat.toString())
        .isEqualTo(
            "{\"seatId\":\""
                + show.seat(11)
                + "\",\"number\":\"2\",\"x\":10.5,\"row\":\"R2\",\"y\":12.25,\"block\":\"1\","
                + "\"status\":\"AVAILABLE\"}");
    assertThat(map.at("/sections/1/seats/0/row").isNull()).isTrue();
    assertThat(statuses(map)).hasSize(23);
  }

  @Test
  void isThereOnceTheShowIsOpenThoughOthersAskedBefore() throws InterruptedException {
    UUID id = UUID.randomUUID();
    String path = "/v1/shows/" + id + "/availability";
    AtomicBoolean open = new AtomicBoolean();
    Thread early =
        Thread.startVirtualThread(
            () -> {
              while (!open.get()) {
                assertThat(client.get(path).status()).isIn(200, 404);
              }
            });
    try (TopicReader events = TopicReader.of("seat.show")) {
      client.get(path).expect(404, "SHOW_NOT_FOUND");
      ShowId showId = shows.publish(id, TestShows.layout(2, 10, 0), Map.of());
      assertThat(events.await("seat.show.opened", showId.toString()).key()).isNotEmpty();
      client.get(path).expect(200);
    } finally {
      open.set(true);
      early.join();
    }
  }

  @Test
  void showsAHoldWithinASecondAndItsEnd() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 2, 3);

    await()
        .untilAsserted(() -> assertThat(statuses(map(show))).containsEntry(show.seat(3), "HELD"));
    release("asha", holdId).expect(204);
    await()
        .untilAsserted(
            () -> assertThat(statuses(map(show))).containsEntry(show.seat(3), "AVAILABLE"));
  }

  @Test
  void countsSectionsWithoutTheirSeats() {
    OpenShow show = shows.openLayout(TestShows.layout(2, 10, 3));
    blockSilently(show, 0, 20);

    JsonNode map = client.get(mapPath(show) + "?view=sections").expect(200).body();

    assertThat(map.at("/sections/0/total").asInt()).isEqualTo(20);
    assertThat(map.at("/sections/0/available").asInt()).isEqualTo(19);
    assertThat(map.at("/sections/1/total").asInt()).isEqualTo(3);
    assertThat(map.at("/sections/1/available").asInt()).isEqualTo(2);
    assertThat(map.at("/sections/0/seats").isMissingNode()).isTrue();
  }

  @Test
  void givesOneSectionAlone() {
    OpenShow show = shows.openLayout(TestShows.layout(2, 10, 3));
    String section = map(show).at("/sections/1/sectionId").asString();

    JsonNode map = client.get(mapPath(show) + "?section=" + section).expect(200).body();

    assertThat(map.path("sections")).hasSize(1);
    assertThat(map.at("/sections/0/name").asString()).isEqualTo("Standing");
    assertThat(map.at("/sections/0/seats")).hasSize(3);
  }

  @Test
  void refusesWhatIsNotThere() {
    OpenShow show = shows.open(1);
    OpenShow other = shows.open(1);

    client.get("/v1/shows/" + UUID.randomUUID() + "/availability").expect(404, "SHOW_NOT_FOUND");
    client.get("/v1/shows/" + UUID.randomUUID() + "/audit").expect(404, "SHOW_NOT_FOUND");
    client
        .get("/v1/events/" + eventOf(other) + "/shows/" + show.id() + "/seats")
        .expect(404, "SHOW_NOT_FOUND");
    client.get(mapPath(show) + "?section=" + UUID.randomUUID()).expect(404, "NOT_FOUND");
    client.get(mapPath(show) + "?section=stalls").expect(400, "VALIDATION_FAILED");
    client.get(mapPath(show) + "?view=everything").expect(400, "VALIDATION_FAILED");
    client.get("/v1/shows/nonsense/availability").expect(400, "VALIDATION_FAILED");
  }

  @Test
  void givesTheCompactFormOfTheSameMap() {
    OpenShow show = shows.openLayout(TestShows.layout(3, 10, 3));
    blockSilently(show, 5, 32);
    hold("asha", show, 1, 2);

    await()
        .untilAsserted(
            () -> {
              Answer compact = client.get("/v1/shows/" + show.id() + "/availability").expect(200);
              JsonNode map = map(show);
              assertThat(compact.headers().getFirst("X-Seq")).isEqualTo(map.path("seq").asString());
              assertThat(decoded(compact.bytes(), show.totalSeats()))
                  .containsExactlyElementsOf(statuses(map).values());
              assertThat(statuses(map).get(show.seat(2))).isEqualTo("HELD");
            });
  }

  @Test
  void isNotSentAgainToWhoeverHasIt() {
    OpenShow show = shows.open(1);
    Answer first = client.get(mapPath(show)).expect(200);
    String tag = tagOf(first);

    for (String noTag : List.of("abc", "\"", "W/", "\"a")) {
      client.with("If-None-Match", noTag).get(mapPath(show)).expect(200);
    }
    client.with("If-None-Match", "\"other\", W/" + tag).get(mapPath(show)).expect(304);
    Answer second = client.with("If-None-Match", tag).get(mapPath(show)).expect(304);

    assertThat(second.bytes()).isEmpty();
    assertThat(tagOf(second)).isEqualTo(tag);
    assertThat(first.headers().getCacheControl())
        .isEqualTo("max-age=2, public, stale-while-revalidate=5");
    assertThat(first.headers().getVary()).contains("Accept-Encoding");
    blockSilently(show, 0);
    await().untilAsserted(() -> client.with("If-None-Match", tag).get(mapPath(show)).expect(200));
  }

  @Test
  void changesItsTagWithPricesAndCoding() {
    OpenShow show = shows.open(1);
    String plain = client.get(mapPath(show)).headers().getETag();
    String gzip = client.with("Accept-Encoding", "gzip").get(mapPath(show)).headers().getETag();
    assertThat(gzip).isNotEqualTo(plain);

    jdbc.sql("update section set price = price + 1 where show_id = :show")
        .param("show", show.showId().value())
        .update();

    await()
        .untilAsserted(
            () -> assertThat(client.get(mapPath(show)).headers().getETag()).isNotEqualTo(plain));
    assertThat(map(show).at("/sections/0/price").asLong()).isEqualTo(150_001);
  }

  @Test
  void isCompressedAsTheReaderLikes() throws IOException {
    OpenShow show = shows.open(3);
    Answer gzip = client.with("Accept-Encoding", "gzip").get(mapPath(show)).expect(200);
    Answer brotli = client.with("Accept-Encoding", "gzip, br").get(mapPath(show)).expect(200);

    assertThat(gzip.headers().getFirst("Content-Encoding")).isEqualTo("gzip");
    assertThat(brotli.headers().getFirst("Content-Encoding")).isEqualTo("br");
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip.bytes()))) {
      assertThat(new String(in.readAllBytes(), UTF_8)).contains(show.seat(29));
    }
    assertThat(new String(Decoder.decompress(brotli.bytes()).getDecompressedData(), UTF_8))
        .contains(show.seat(29));
  }

  @Test
  void isTheSameHoweverLargeItIs() {
    OpenShow show = shows.openLayout(TestShows.layout(40, 20, 0));

    String ready = client.get(mapPath(show)).expect(200).text();
    String looked = client.get(mapPath(show) + "?x=1").expect(200).text();
    Answer head = client.send("HEAD", mapPath(show), null).expect(200);

    assertThat(ready).hasSizeGreaterThan(MapFiles.LARGE_BYTES).isEqualTo(looked);
    assertThat(head.bytes()).isEmpty();
    assertThat(head.headers().getContentLength()).isEqualTo(ready.length());
    assertThat(client.get(mapPath(show)).expect(200).text()).isEqualTo(ready);
    assertThat(client.as("asha").get(mapPath(show)).expect(200).text()).isEqualTo(ready);
    client.withToken("nonsense").get(mapPath(show)).expect(401, "UNAUTHENTICATED");
  }

  @Test
  void isSmallEnoughForAPhone() {
    OpenShow show = shows.openLayout(TestShows.layout(100, 50, 0));

    Answer brotli = client.with("Accept-Encoding", "br").get(mapPath(show)).expect(200);
    Answer compact = client.get("/v1/shows/" + show.id() + "/availability").expect(200);

    assertThat(brotli.bytes()).hasSizeLessThan(24 * 1024);
    assertThat(compact.bytes()).hasSizeLessThanOrEqualTo(1300);
  }

  @Test
  void asksPostgresOnceForACrowd() {
    OpenShow show = shows.open(2);
    String path = mapPath(show);

    List<Answer> answers = Crowd.of(100, n -> client.get(path));

    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(answers.stream().map(answer -> answer.headers().getETag()).distinct()).hasSize(1);
  }

  private static String tagOf(Answer answer) {
    return Objects.requireNonNull(answer.headers().getETag(), "no tag");
  }

  private static List<String> decoded(byte[] compact, int seats) {
    return IntStream.range(0, seats)
        .mapToObj(i -> SeatStates.STATUSES.get(compact[i / 4] >> (i % 4 * 2) & 3).name())
        .toList();
  }
}
