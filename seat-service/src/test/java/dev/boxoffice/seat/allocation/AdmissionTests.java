package dev.boxoffice.seat.allocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.LayoutServer;
import dev.boxoffice.seat.TestShows;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.ShowId;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The waiting room's token opens one show to one buyer for a while. */
class AdmissionTests extends HoldTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final Clock clock;
  private final Path keyFile;

  AdmissionTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      Environment environment) {
    super(client, shows, clock, jdbc, redis);
    this.clock = clock;
    this.keyFile = Path.of(environment.getRequiredProperty("boxoffice.admission.signing-key-file"));
  }

  @Test
  void admitsTheBuyerAndTheShowThatTheTokenNames() {
    OpenShow show = shows.open(1, Map.of("queue", "ON"));
    OpenShow other = shows.open(1, Map.of("queue", "ON"));
    String token = token("asha", show, Duration.ofMinutes(10));

    hold("ben", show, token).expect(403, "ADMISSION_REQUIRED");
    hold("asha", other, token).expect(403, "ADMISSION_REQUIRED");
    hold("asha", show, token("asha", show, Duration.ofMinutes(-10)))
        .expect(403, "ADMISSION_REQUIRED");
    String forged = token.substring(0, token.length() - 8) + "AAAAAAAA";
    hold("asha", show, forged).expect(403, "ADMISSION_REQUIRED");
    hold("asha", show, token).expect(201);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void obeysARoomThatIsSwitchedDuringTheSale() {
    OpenShow show = shows.open(1, Map.of("queue", "OFF"));
    Instant now = clock.instant();
    hold("asha", show, 1).expect(201);

    List<String> said = new ArrayList<>();
    said.add(room(show.showId(), "queue.room.opened", now));
    awaitDoor(show, true);
    hold("asha", show, token("asha", show, Duration.ofMinutes(10))).expect(201);
    said.add(room(show.showId(), "queue.room.closed", now.plusSeconds(2)));
    awaitDoor(show, false);
    said.add(room(show.showId(), "queue.room.opened", now.plusSeconds(1)));
    Awaitility.await().until(() -> applied(said) == 3);
    hold("chitra", show, 2).expect(201);
    said.add(room(show.showId(), "queue.room.paused", now.plusSeconds(3)));
    awaitDoor(show, true);
  }

  @Test
  void obeysTheNewestThatIsSaidOfARoomEvenIfTheShowIsHeardOfLater() {
    ShowId showId = new ShowId(UUID.randomUUID());
    String hash = UUID.randomUUID().toString();
    LayoutServer.get().add(hash, TestShows.layout(1, 10, 0));
    Instant now = clock.instant();
    List<String> said =
        List.of(
            room(showId, "queue.room.closed", now),
            room(showId, "queue.room.opened", now.minusSeconds(1)));
    Awaitility.await().until(() -> applied(said) == 2);
    shows.send(
        "catalogue.show.published", shows.event(showId.value(), hash, Map.of("queue", "ON")));

    hold("asha", shows.await(showId), 0).expect(201);
  }

  private long applied(List<String> eventIds) {
    return jdbc.sql("select count(*) from inbox where consumer = 'rooms' and event_id = any(:ids)")
        .param("ids", eventIds.toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  private static String room(ShowId showId, String type, Instant at) {
    return TopicWriter.send(
        "queue.room",
        showId.toString(),
        type,
        Map.of("showId", showId.toString(), "at", at.toString()));
  }

  private void awaitDoor(OpenShow show, boolean shut) {
    Awaitility.await()
        .until(
            () -> hold("ben", show, 9).code().equals("ADMISSION_REQUIRED"),
            refused -> refused == shut);
  }

  private Answer hold(String user, OpenShow show, String token) {
    return client
        .as(user)
        .with("X-Admission-Token", token)
        .post("/v1/bookings/hold", Map.of("showId", show.id(), "seatIds", show.seats(0)));
  }

  private String token(String user, OpenShow show, Duration validFor) {
    String header = part(Map.of("alg", "ES256", "typ", "JWT"));
    String claims =
        part(
            Map.of(
                "sub", user,
                "showId", show.id(),
                "jti", UUID.randomUUID().toString(),
                "exp", clock.instant().plus(validFor).getEpochSecond()));
    return header + "." + claims + "." + URL.encodeToString(sign(header + "." + claims));
  }

  private byte[] sign(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key());
      signature.update(text.getBytes(UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private PrivateKey key() throws GeneralSecurityException, IOException {
    String pem = Files.readString(keyFile).replaceAll("-----[^-]+-----|\\s", "");
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
  }

  private static String part(Map<String, Object> json) {
    return URL.encodeToString(JSON.writeValueAsBytes(json));
  }
}
