package dev.boxoffice.local.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.PaymentIntent;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthenticationPageTests {

  private final Provider provider;

  AuthenticationPageTests(@TempDir Path folder) {
    provider = Provider.over(folder.resolve("ledger.jsonl"));
  }

  @AfterAll
  void stop() {
    provider.close();
  }

  @Test
  void asksTheBuyerAndThenSetsTheMoneyAside() throws Exception {
    var intent = waiting();
    assertThat(intent.getStatus()).isEqualTo("requires_action");
    assertThat(intent.getNextAction().getType()).isEqualTo("redirect_to_url");
    assertThat(provider.money(intent)).isEqualTo("0 0 0 0");
    var page = provider.get(page(intent));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("1500 EUR", "Approve", "Refuse");
    assertThat(page.body())
        .as("the secret is sent once, in the form, and not in the address as well")
        .contains("action=\"/authenticate/" + intent.getId() + "\"");

    var answer = provider.submit(page(intent), "result=complete");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue(
            "http://localhost:8080/back?bookingId=b1&payment_intent="
                + intent.getId()
                + "&redirect_status=succeeded");
    assertThat(provider.retrieve(intent).getStatus()).isEqualTo("requires_capture");
    assertThat(provider.money(intent)).isEqualTo("1500 0 0 0");
  }

  @Test
  void declinesWhenTheBuyerRefuses() throws Exception {
    var intent = waiting();
    var answer = provider.submit(page(intent), "result=fail");
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("redirect_status=failed");
    var declined = provider.retrieve(intent);
    assertThat(declined.getStatus()).isEqualTo("requires_payment_method");
    assertThat(declined.getLastPaymentError().getCode())
        .isEqualTo("payment_intent_authentication_failure");
    assertThat(provider.money(intent)).isEqualTo("0 0 0 0");
  }

  @Test
  void isThereOnlyForWhoeverHasTheSecret() throws Exception {
    var intent = waiting();
    var guessed = page(intent).replaceFirst("client_secret=.*", "client_secret=guess");
    assertThat(provider.get(guessed).statusCode()).isEqualTo(404);
    assertThat(provider.submit(guessed, "result=complete").statusCode()).isEqualTo(404);
    assertThat(provider.retrieve(intent).getStatus()).isEqualTo("requires_action");
  }

  private PaymentIntent waiting() throws Exception {
    return provider.authorise("pm_card_threeDSecure2Required", UUID.randomUUID().toString());
  }

  /** The page's address, at the port where this provider really is. */
  private String page(PaymentIntent intent) {
    var address = intent.getNextAction().getRedirectToUrl().getUrl();
    return provider.url() + address.substring(address.indexOf("/authenticate/"));
  }
}
