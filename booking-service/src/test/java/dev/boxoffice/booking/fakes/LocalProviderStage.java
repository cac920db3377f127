package dev.boxoffice.booking.fakes;

import dev.boxoffice.testing.TestClient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The stage with the real local provider, which tells the service of events. */
public abstract class LocalProviderStage extends Stage {

  protected static final String SECRET_KEY = "sk_test_stage";

  private static final String WEBHOOK_SECRET = "whsec_stage";
  private static final WebhookRelay RELAY = new WebhookRelay();
  protected static final LocalProvider LEDGER =
      new LocalProvider(SECRET_KEY, WEBHOOK_SECRET, RELAY.url());

  protected final JdbcClient jdbc;

  protected LocalProviderStage(TestClient client, JdbcClient jdbc) {
    super(client);
    this.jdbc = jdbc;
    RELAY.to(client);
  }

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry registry) {
    registry.add("boxoffice.payment.url", LEDGER::url);
    registry.add("boxoffice.payment.secret-key", () -> SECRET_KEY);
    registry.add("boxoffice.payment.webhook-secret", () -> WEBHOOK_SECRET);
  }
}
