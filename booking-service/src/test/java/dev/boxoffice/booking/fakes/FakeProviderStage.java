package dev.boxoffice.booking.fakes;

import dev.boxoffice.booking.payment.PaymentProvider;
import dev.boxoffice.testing.TestClient;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The stage with a payment provider whose every answer the test decides. */
@Import(FakeProviderStage.FakeBoundary.class)
public abstract class FakeProviderStage extends Stage {

  protected static final FakeProvider PROVIDER = new FakeProvider();

  protected FakeProviderStage(TestClient client) {
    super(client);
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class FakeBoundary {

    @Bean
    @Primary
    PaymentProvider fakeProvider() {
      return PROVIDER;
    }
  }
}
