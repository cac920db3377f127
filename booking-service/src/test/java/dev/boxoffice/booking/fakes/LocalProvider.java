package dev.boxoffice.booking.fakes;

import dev.boxoffice.local.stack.Home;
import dev.boxoffice.local.stack.Lifetime;
import dev.boxoffice.local.stack.LocalProcess;
import dev.boxoffice.local.stack.Ports;
import dev.boxoffice.local.stack.ProcessCommand;
import dev.boxoffice.local.stack.Readiness;
import dev.boxoffice.local.stack.Repository;
import dev.boxoffice.testing.TestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The local payment provider, as a process of its own, and what its ledger says. */
public final class LocalProvider {

  private static final int OK = 200;

  private final LocalProcess process;
  private final URI url;

  public LocalProvider(String secretKey, String webhookSecret, URI webhookUrl) {
    int port = Ports.free();
    url = URI.create("http://127.0.0.1:" + port);
    try {
      var folder = Files.createTempDirectory("boxoffice-payments-");
      var home = new Home(folder, port, Lifetime.OF_THIS_JVM);
      process =
          LocalProcess.start(
              ProcessCommand.at(
                  home,
                  "payments",
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-Xmx96m",
                      "-XX:+UseSerialGC",
                      "-XX:TieredStopAtLevel=1",
                      "-cp",
                      classPath(),
                      "dev.boxoffice.local.payments.PaymentsApplication",
                      "--server.port=" + port,
                      "--boxoffice.payments.secret-key=" + secretKey,
                      "--boxoffice.payments.webhook-secret=" + webhookSecret,
                      "--boxoffice.payments.webhook-url=" + webhookUrl,
                      "--boxoffice.payments.public-url=" + url,
                      "--boxoffice.payments.late-by=PT2S",
                      "--boxoffice.payments.ledger-file=" + folder.resolve("ledger"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var client = TestClient.at(url);
    Readiness.await(process, () -> client.get("/actuator/health/readiness").expect(OK));
  }

  public URI url() {
    return url;
  }

  /** It stops where it is, with all its connections open. */
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  /** The accounts of a booking's payments. */
  public List<JsonNode> accounts(UUID bookingId) {
    return accounts().getOrDefault(bookingId.toString(), List.of());
  }

  /** The accounts of all payments, by the booking that they are for. */
  public Map<String, List<JsonNode>> accounts() {
    return summary()
        .get("accounts")
        .valueStream()
        .collect(Collectors.groupingBy(it -> it.at("/metadata/bookingId").asString("")));
  }

  /** How many events it has yet to tell. */
  public int untoldEvents() {
    return summary().get("untoldEvents").asInt();
  }

  private JsonNode summary() {
    return TestClient.at(url).get("/ledger/summary").expect(OK).body();
  }

  private void signal(String name) {
    if (!process.signal(name)) {
      throw new IllegalStateException("The provider does not take " + name);
    }
  }

  private static String classPath() throws IOException {
    var target = Repository.root().resolve("local/payments/target");
    return target.resolve("classes")
        + ":"
        + Files.readString(target.resolve("classpath.txt")).strip();
  }
}
