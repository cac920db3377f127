package dev.boxoffice.booking.payment;

import dev.boxoffice.defaults.problem.MalformedRequestException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where the payment provider sends its signed events. */
@RestController
class WebhookController {

  private final ReceiveWebhook receiveWebhook;

  WebhookController(ReceiveWebhook receiveWebhook) {
    this.receiveWebhook = receiveWebhook;
  }

  @PostMapping("/v1/payments/webhook")
  Map<String, Boolean> receive(
      @RequestBody byte[] rawBody,
      @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature) {
    return switch (receiveWebhook.receive(new String(rawBody, StandardCharsets.UTF_8), signature)) {
      case WebhookOutcome.Accepted() -> Map.of("received", true);
      case WebhookOutcome.Duplicate() -> Map.of("received", true);
      case WebhookOutcome.NotBelieved(var why) ->
          throw new MalformedRequestException("Stripe-Signature", why);
    };
  }
}
