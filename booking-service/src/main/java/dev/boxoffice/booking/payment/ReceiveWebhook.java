package dev.boxoffice.booking.payment;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import dev.boxoffice.booking.process.UnfinishedWork;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Believes the provider's signed events, once each, and wakes the processes they concern. */
@Component
class ReceiveWebhook {

  private final PaymentSettings settings;
  private final ProviderEventLedger events;
  private final UnfinishedWork work;
  private final JsonMapper json;
  private final Clock clock;

  ReceiveWebhook(
      PaymentSettings settings,
      ProviderEventLedger events,
      UnfinishedWork work,
      JsonMapper json,
      Clock clock) {
    this.settings = settings;
    this.events = events;
    this.work = work;
    this.json = json;
    this.clock = clock;
  }

  @Transactional
  WebhookOutcome receive(String rawBody, @Nullable String signature) {
    if (signature == null) {
      return new WebhookOutcome.NotBelieved("It is not signed.");
    }
    try {
      boolean genuine =
          Webhook.Signature.verifyHeader(
              rawBody,
              signature,
              settings.webhookSecret(),
              settings.webhookTolerance().toSeconds(),
              clock);
      if (!genuine) {
        return new WebhookOutcome.NotBelieved("The signature does not fit.");
      }
    } catch (SignatureVerificationException | NumberFormatException e) {
      return new WebhookOutcome.NotBelieved("The signature does not fit or is too old.");
    }
    try {
      return accept(json.readValue(rawBody, ProviderEvent.class));
    } catch (JacksonException e) {
      return new WebhookOutcome.NotBelieved("It is not an event.");
    }
  }

  private WebhookOutcome accept(ProviderEvent event) {
    if (!events.firstTime(event.id(), event.type(), clock.instant())) {
      return new WebhookOutcome.Duplicate();
    }
    event.concerns().forEach(work::wake);
    return new WebhookOutcome.Accepted();
  }
}
