package dev.boxoffice.local.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** The page on which a bank would ask the buyer whether it is really them. */
@RestController
class AuthenticationController {

  private final Book book;
  private final Charges charges;

  AuthenticationController(Book book, Charges charges) {
    this.book = book;
    this.charges = charges;
  }

  @GetMapping(path = "/authenticate/{id}", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> ask(
      @PathVariable String id, @RequestParam("client_secret") String clientSecret) {
    var intent = intent(id, clientSecret);
    if (intent == null) {
      return page(HttpStatus.NOT_FOUND, "<p>There is no such payment.</p>");
    }
    if (intent.status() != IntentStatus.REQUIRES_ACTION) {
      return page(HttpStatus.OK, "<p>There is nothing left to approve.</p>");
    }
    return page(
        HttpStatus.OK,
        """
        <p>Do you approve a payment of <strong>%s %s</strong> (minor units)?</p>
        <form method="post" action="/authenticate/%s">
          <input type="hidden" name="client_secret" value="%s">
          <button name="result" value="complete">Approve</button>
          <button name="result" value="fail">Refuse</button>
        </form>
        """
            .formatted(
                intent.terms().amount(),
                intent.terms().currency().toUpperCase(Locale.ROOT),
                HtmlUtils.htmlEscape(id),
                HtmlUtils.htmlEscape(clientSecret)));
  }

  @PostMapping("/authenticate/{id}")
  ResponseEntity<String> answer(
      @PathVariable String id,
      @RequestParam("client_secret") String clientSecret,
      @RequestParam String result) {
    if (intent(id, clientSecret) == null) {
      return page(HttpStatus.NOT_FOUND, "<p>There is no such payment.</p>");
    }
    var request = new Request(null, UUID.randomUUID().toString());
    var executed =
        book.execute(
            request,
            () -> {
              var intent = intent(id, clientSecret);
              return intent == null
                  ? new Outcome.Unknown("payment_intent", id, "intent")
                  : charges.authenticate(intent, result.equals("complete"));
            });
    return back(id, clientSecret, executed.answer().status() == HttpStatus.OK.value());
  }

  private ResponseEntity<String> back(String id, String clientSecret, boolean approved) {
    var intent = intent(id, clientSecret);
    var returnUrl = intent == null ? null : intent.state().returnUrl();
    if (returnUrl == null) {
      return page(
          HttpStatus.OK,
          approved ? "<p>Approved. You may go back.</p>" : "<p>Not approved. You may go back.</p>");
    }
    URI target =
        UriComponentsBuilder.fromUriString(returnUrl)
            .queryParam("payment_intent", id)
            .queryParam("redirect_status", approved ? "succeeded" : "failed")
            .build()
            .toUri();
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(target).build();
  }

  /** Null for an unknown intent and for a secret that is not its own. */
  private @Nullable Intent intent(String id, String clientSecret) {
    var intent = book.intent(id);
    return intent != null
            && MessageDigest.isEqual(
                intent.clientSecret().getBytes(UTF_8), clientSecret.getBytes(UTF_8))
        ? intent
        : null;
  }

  private static ResponseEntity<String> page(HttpStatus status, String body) {
    var html =
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <link rel="icon" href="data:,">
        <title>Your bank</title>
        </head>
        <body style="font: 1.1rem sans-serif; max-width: 30rem; margin: 4rem auto">
        <h1>Your bank (a test)</h1>
        %s
        </body>
        </html>
        """
            .formatted(body);
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
        .body(html);
  }
}
