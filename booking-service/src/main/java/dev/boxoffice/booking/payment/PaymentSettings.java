package dev.boxoffice.booking.payment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach the payment provider.
 *
 * @param url the provider's API; Stripe's own or one that speaks it
 * @param secretKey our key there
 * @param webhookSecret what the provider signs its events with
 * @param connectWithin how long to wait for a connection
 * @param answerWithin how long to wait for an answer before it counts as unknown
 * @param webhookTolerance how old a signed event may be
 */
@Validated
@ConfigurationProperties("boxoffice.payment")
public record PaymentSettings(
    @NotNull URI url,
    @NotBlank String secretKey,
    @NotBlank String webhookSecret,
    @NotNull @DefaultValue("PT2S") Duration connectWithin,
    @NotNull @DefaultValue("PT10S") Duration answerWithin,
    @NotNull @DefaultValue("PT5M") Duration webhookTolerance) {

  @Override
  public String toString() {
    return "PaymentSettings[url=" + url + "]";
  }
}
