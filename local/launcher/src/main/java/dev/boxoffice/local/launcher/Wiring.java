package dev.boxoffice.local.launcher;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What each program is told about itself and the others: nothing that it does not need. */
final class Wiring {

  static final String BUCKET = "tickets";

  private final PortPlan ports;
  private final LocalSecrets secrets;
  private final StateDir state;
  private final Map<String, String> overrides;

  Wiring(PortPlan ports, LocalSecrets secrets, StateDir state, Map<String, String> overrides) {
    this.ports = ports;
    this.secrets = secrets;
    this.state = state;
    this.overrides = Map.copyOf(overrides);
  }

  /** The environment of a program that is ours; sorted, as it is part of its fingerprint. */
  Map<String, String> environment(Program program) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("SERVER_PORT", Integer.toString(ports.of(program)));
    environment.putAll(
        switch (program) {
          case POSTGRES, REDIS, KAFKA, S3 -> Map.of();
          case ISSUER -> issuer();
          case PAYMENTS -> payments();
          case EVENT, SEAT, BOOKING, QUEUE, TICKET -> service(program);
          case GATEWAY -> shared();
        });
    environment.putAll(overrides);
    return environment;
  }

  private Map<String, String> issuer() {
    Map<String, String> environment = new HashMap<>();
    environment.put("BOXOFFICE_ISSUER_URL", url(Program.ISSUER));
    environment.put("BOXOFFICE_ISSUER_SIGNINGKEYFILE", secrets.issuerKey().toString());
    environment.put(
        "BOXOFFICE_ISSUER_USERSFILE",
        state.directory(Program.ISSUER).resolve("users.json").toString());
    environment.put(
        "BOXOFFICE_ISSUER_WEBURLS",
        url(Program.GATEWAY) + ",http://127.0.0.1:" + ports.of(Program.GATEWAY));
    Program.of(Program.Kind.SERVICE)
        .forEach(
            service ->
                environment.put(
                    "BOXOFFICE_ISSUER_SECRETS_" + service.name(), secrets.clientSecret(service)));
    return environment;
  }

  private Map<String, String> payments() {
    return Map.of(
        "BOXOFFICE_PAYMENTS_SECRETKEY", secrets.paymentKey(),
        "BOXOFFICE_PAYMENTS_WEBHOOKSECRET", secrets.webhookSecret(),
        "BOXOFFICE_PAYMENTS_WEBHOOKURL", url(Program.GATEWAY) + "/v1/payments/webhook",
        "BOXOFFICE_PAYMENTS_LEDGERFILE",
            state.directory(Program.PAYMENTS).resolve("ledger.jsonl").toString());
  }

  /** What the gateway and every service know. */
  private Map<String, String> shared() {
    Map<String, String> environment = new HashMap<>();
    environment.put("BOXOFFICE_PUBLICURL", url(Program.GATEWAY));
    environment.put("BOXOFFICE_SECURITY_ISSUER", url(Program.ISSUER));
    environment.put(
        "SPRING_DATA_REDIS_URL",
        "redis://:" + secrets.redisPassword() + "@127.0.0.1:" + ports.of(Program.REDIS));
    Program.of(Program.Kind.SERVICE)
        .forEach(service -> environment.put("BOXOFFICE_SERVICES_" + service.name(), url(service)));
    return environment;
  }

  private Map<String, String> service(Program service) {
    Map<String, String> environment = shared();
    environment.put(
        "SPRING_DATASOURCE_URL",
        "jdbc:postgresql://127.0.0.1:%d/boxoffice?currentSchema=%s,extensions"
            .formatted(ports.of(Program.POSTGRES), service.word()));
    environment.put("SPRING_DATASOURCE_USERNAME", service.word());
    environment.put("SPRING_DATASOURCE_PASSWORD", secrets.databasePassword(service));
    environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(Program.KAFKA));
    environment.put("BOXOFFICE_SECURITY_CLIENTID", service.label());
    environment.put("BOXOFFICE_SECURITY_CLIENTSECRET", secrets.clientSecret(service));
    environment.putAll(own(service));
    return environment;
  }

  /** What only this service knows. */
  private Map<String, String> own(Program service) {
    return switch (service) {
      case SEAT ->
          Map.of(
              "BOXOFFICE_ADMISSION_JWKSETURI",
              url(Program.QUEUE) + "/.well-known/admission-keys",
              "BOXOFFICE_GUARD_CHALLENGE_KEY",
              secrets.challengeKey());
      case QUEUE -> Map.of("BOXOFFICE_ADMISSION_SIGNINGKEYFILE", secrets.admissionKey().toString());
      case BOOKING ->
          Map.of(
              "BOXOFFICE_PAYMENT_URL", url(Program.PAYMENTS),
              "BOXOFFICE_PAYMENT_SECRETKEY", secrets.paymentKey(),
              "BOXOFFICE_PAYMENT_WEBHOOKSECRET", secrets.webhookSecret());
      case TICKET ->
          Map.of(
              "BOXOFFICE_TICKET_SIGNINGKEYFILE", secrets.ticketKey().toString(),
              "BOXOFFICE_OBJECTSTORE_ENDPOINT", url(Program.S3),
              "BOXOFFICE_OBJECTSTORE_PUBLICENDPOINT", url(Program.S3),
              "BOXOFFICE_OBJECTSTORE_ACCESSKEY", secrets.objectStoreAccessKey(),
              "BOXOFFICE_OBJECTSTORE_SECRETKEY", secrets.objectStoreSecretKey(),
              "BOXOFFICE_OBJECTSTORE_BUCKET", BUCKET);
      case EVENT, POSTGRES, REDIS, KAFKA, S3, ISSUER, PAYMENTS, GATEWAY -> Map.of();
    };
  }

  private String url(Program program) {
    return ports.url(program).toString();
  }
}
