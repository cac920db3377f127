package dev.boxoffice.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.springframework.util.ClassUtils;

/** The settings that a service gets in tests, under the names that it reads everywhere. */
final class StackProperties {

  /** Nothing listens there: a test that needs another service brings a fake and says where. */
  private static final String NOWHERE = "http://127.0.0.1:9";

  private static final String CHALLENGE_KEY = UUID.randomUUID().toString();
  private static final String BUCKET = "boxoffice";
  private static final List<String> SERVICES =
      List.of("event", "seat", "booking", "queue", "ticket");

  private final TestStack stack = TestStack.get();
  private final String application;
  private final String schema;

  StackProperties(String application, String schema) {
    this.application = application;
    this.schema = schema;
  }

  Map<String, Object> toMap() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var parts =
          List.of(
              CompletableFuture.supplyAsync(this::database, threads),
              CompletableFuture.supplyAsync(this::redis, threads),
              CompletableFuture.supplyAsync(this::kafka, threads),
              CompletableFuture.supplyAsync(this::objectStore, threads),
              CompletableFuture.supplyAsync(this::keysAndAddresses, threads));
      var all = new HashMap<String, Object>();
      for (var part : parts) {
        all.putAll(part.join());
      }
      return all;
    }
  }

  private Map<String, String> database() {
    return has("org.springframework.jdbc.core.simple.JdbcClient")
        ? Map.of(
            "spring.datasource.url", stack.database().jdbcUrl(schema),
            "spring.datasource.username", schema,
            "spring.datasource.password", stack.passwordOf(schema))
        : Map.of();
  }

  private Map<String, String> redis() {
    return has("org.springframework.data.redis.core.RedisOperations")
        ? Map.of("spring.data.redis.url", stack.redisUrl().toString())
        : Map.of();
  }

  private Map<String, String> kafka() {
    return has("org.springframework.kafka.core.KafkaTemplate")
        ? Map.of("spring.kafka.bootstrap-servers", stack.bootstrapServers())
        : Map.of();
  }

  private Map<String, String> objectStore() {
    if (!has("software.amazon.awssdk.services.s3.S3Client")) {
      return Map.of();
    }
    var endpoint = stack.objectStore(BUCKET).toString();
    return Map.of(
        "boxoffice.object-store.endpoint", endpoint,
        "boxoffice.object-store.public-endpoint", endpoint,
        "boxoffice.object-store.access-key", TestStack.ACCESS_KEY,
        "boxoffice.object-store.secret-key", TestStack.SECRET_KEY,
        "boxoffice.object-store.bucket", BUCKET);
  }

  private Map<String, String> keysAndAddresses() {
    var issuer = TestTokens.issuer();
    var settings = new HashMap<String, String>();
    settings.put("boxoffice.security.issuer", issuer.toString());
    settings.put("boxoffice.security.client-id", application);
    settings.put("boxoffice.security.client-secret", TestIssuer.CLIENT_SECRET);
    settings.put("boxoffice.public-url", "http://localhost:8080");
    SERVICES.forEach(name -> settings.put("boxoffice.services." + name, NOWHERE));
    settings.put("boxoffice.payment.url", NOWHERE);
    settings.put("boxoffice.payment.secret-key", "sk_test_fixture");
    settings.put("boxoffice.payment.webhook-secret", "whsec_fixture");
    settings.put("boxoffice.ticket.signing-key-file", stack.keys().ticketKeyFile().toString());
    settings.put(
        "boxoffice.admission.signing-key-file", stack.keys().admissionKeyFile().toString());
    settings.put("boxoffice.guard.challenge.key", CHALLENGE_KEY);
    settings.put("boxoffice.admission.jwk-set-uri", issuer + TestIssuer.ADMISSION_KEYS);
    return settings;
  }

  private static boolean has(String type) {
    return ClassUtils.isPresent(type, StackProperties.class.getClassLoader());
  }
}
