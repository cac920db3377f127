package dev.boxoffice.local.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.IdempotencyException;
import com.stripe.model.PaymentIntent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTests {

  private final Path ledger;

  RestartTests(@TempDir Path folder) {
    ledger = folder.resolve("deep/ledger.jsonl");
  }

  @Test
  void forgetsNothingThatAnybodyWasTold() throws Exception {
    PaymentIntent intent;
    try (var provider = Provider.over(ledger)) {
      intent = provider.authorise("pm_card_visa", "key-1");
      var _ = provider.stripe().v1().paymentIntents().capture(intent.getId());
      provider.refund(intent, 300, "key-2");
    }
    try (var provider = Provider.over(ledger)) {
      assertThat(provider.money(intent)).isEqualTo("1500 1500 0 300");
      assertThat(provider.retrieve(intent).getStatus()).isEqualTo("succeeded");
      assertThat(provider.authorise("pm_card_visa", "key-1")).isEqualTo(intent);
      provider.refund(intent, 300, "key-2");
      assertThat(provider.money(intent)).isEqualTo("1500 1500 0 300");
      var other = Provider.params(1, "pm_card_visa");
      assertThatThrownBy(
              () -> provider.stripe().v1().paymentIntents().create(other, Provider.key("key-1")))
          .isInstanceOf(IdempotencyException.class);
    }
  }

  @Test
  void dropsALineThatACrashCutOff() throws Exception {
    PaymentIntent intent;
    try (var provider = Provider.over(ledger)) {
      intent = provider.authorise("pm_card_visa", "ключ");
    }
    Files.writeString(ledger, "{\"intent\":{\"id\":\"pi_", StandardOpenOption.APPEND);
    try (var provider = Provider.over(ledger)) {
      assertThat(provider.money(intent)).isEqualTo("1500 0 0 0");
      var _ = provider.stripe().v1().paymentIntents().capture(intent.getId());
    }
    try (var provider = Provider.over(ledger)) {
      assertThat(provider.money(intent)).isEqualTo("1500 1500 0 0");
    }
  }

  @Test
  void saysThatItIsHealthy() throws Exception {
    try (var provider = Provider.over(ledger)) {
      assertThat(provider.json("/actuator/health/readiness").path("status").asString())
          .isEqualTo("UP");
    }
  }
}
