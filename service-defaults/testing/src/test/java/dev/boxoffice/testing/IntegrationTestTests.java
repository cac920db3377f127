package dev.boxoffice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@IntegrationTest(
    service = "fixture",
    properties = {
      "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=${boxoffice.security.issuer}/oauth2/jwks",
      "spring.security.oauth2.resourceserver.jwt.audiences=boxoffice",
      "boxoffice.services.seat=http://the-test-says-so"
    })
class IntegrationTestTests {

  private final TestClient client;
  private final Environment environment;

  IntegrationTestTests(TestClient client, Environment environment) {
    this.client = client;
    this.environment = environment;
  }

  @Test
  void givesTheServiceItsOwnSchemaInADurablePostgres(@Autowired JdbcClient jdbc) {
    assertThat(jdbc.sql("select current_schema()").query(String.class).single())
        .isEqualTo("fixture");
    assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("fixture");
    assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
    assertThat(jdbc.sql("select unaccent('é')").query(String.class).single()).isEqualTo("e");
  }

  @Test
  void givesTheServiceARedis(@Autowired StringRedisTemplate redis) {
    var key = UUID.randomUUID().toString();
    redis.opsForValue().set(key, "value");
    assertThat(redis.opsForValue().get(key)).isEqualTo("value");
  }

  @Test
  void givesTheServiceABucket() {
    try (var s3 =
        S3Client.builder()
            .endpointOverride(URI.create(property("boxoffice.object-store.endpoint")))
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        property("boxoffice.object-store.access-key"),
                        property("boxoffice.object-store.secret-key"))))
            .build()) {
      var bucket = property("boxoffice.object-store.bucket");
      assertThat(s3.putObject(r -> r.bucket(bucket).key("a/b"), RequestBody.fromString("text")))
          .isNotNull();
      assertThat(s3.getObjectAsBytes(r -> r.bucket(bucket).key("a/b")).asUtf8String())
          .isEqualTo("text");
    }
  }

  @Test
  void carriesEventsFromTheWriterToTheReader() {
    try (var reader = TopicReader.of(FixtureApplication.TOPIC)) {
      var id = TopicWriter.send(FixtureApplication.TOPIC, "k1", "fixture.made", Map.of("n", 1));
      TopicWriter.send(FixtureApplication.TOPIC, "k2", "fixture.made", Map.of("n", 2));
      var first = reader.await("fixture.made", "k1");
      assertThat(first.id()).isEqualTo(id);
      assertThat(first.data().path("n").asInt()).isEqualTo(1);
      assertThat(first.headers()).containsEntry("ce_specversion", "1.0");
      assertThat(reader.await("fixture.made", "k2").key()).isEqualTo("k2");
    }
  }

  @Test
  void letsABuyerIn() {
    var answer = client.as("alice").get("/me").expect(200);
    assertThat(answer.field("user")).isEqualTo("alice");
    assertThat(answer.field("/claims/roles/0")).isEmpty();
    assertThat(client.asOrganiser("olga").get("/me").field("/claims/roles/0"))
        .isEqualTo("ORGANISER");
    assertThat(client.asStaff("sam").get("/me").field("/claims/roles/0")).isEqualTo("STAFF");
  }

  @Test
  void hasTokensThatNobodyMayAccept() {
    assertThat(client.get("/me").status()).isEqualTo(401);
    assertThat(client.withToken(TestTokens.expired("alice")).get("/me").status()).isEqualTo(401);
    assertThat(client.withToken(TestTokens.forged("alice")).get("/me").status()).isEqualTo(401);
    assertThat(client.asServiceCalling("seat-service").get("/me").status()).isEqualTo(401);
  }

  @Test
  void issuesTokensForClientCredentials() {
    var answer =
        TestClient.at(URI.create(property("boxoffice.security.issuer")))
            .with("Content-Type", MediaType.APPLICATION_FORM_URLENCODED_VALUE)
            .post("/oauth2/token", "grant_type=client_credentials&scope=boxoffice")
            .expect(200);
    assertThat(client.withToken(answer.field("access_token")).get("/me").status()).isEqualTo(200);
  }

  @Test
  void sendsAndReadsJson() {
    var answer = client.as("alice").post("/echo", Map.of("seats", new int[] {1, 2})).expect(200);
    assertThat(answer.body().path("seats").path(1).asInt()).isEqualTo(2);
    var refusal = client.as("alice").post("/echo", "{nonsense");
    assertThat(refusal.status()).isEqualTo(400);
    assertThatThrownBy(() -> refusal.expect(200))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected status 200 but got 400");
  }

  @Test
  void letsTheTestOverrideASetting() {
    assertThat(property("boxoffice.services.seat")).isEqualTo("http://the-test-says-so");
    assertThat(property("boxoffice.services.event")).isEqualTo("http://127.0.0.1:9");
  }

  @Test
  void givesKeysToSignWith() {
    assertThat(Path.of(property("boxoffice.ticket.signing-key-file")))
        .content()
        .startsWith("-----BEGIN PRIVATE KEY-----");
    assertThat(Files.exists(Path.of(property("boxoffice.admission.signing-key-file")))).isTrue();
    var keys =
        TestClient.at(URI.create(property("boxoffice.admission.jwk-set-uri"))).get("").expect(200);
    assertThat(keys.field("/keys/0/crv")).isEqualTo("P-256");
    assertThat(keys.field("/keys/0/d")).isEmpty();
  }

  private String property(String name) {
    return environment.getRequiredProperty(name);
  }
}
