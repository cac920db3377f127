package dev.boxoffice.local.payments;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The provider's own books, for tests and for the curious. Not part of the API it imitates. */
@RestController
class LedgerController {

  private final Book book;

  LedgerController(Book book) {
    this.book = book;
  }

  @GetMapping("/ledger")
  ResponseEntity<Account> account(@RequestParam String paymentIntent) {
    var intent = book.intent(paymentIntent);
    return intent == null ? ResponseEntity.notFound().build() : ResponseEntity.ok(account(intent));
  }

  @GetMapping("/ledger/summary")
  Summary summary() {
    var accounts = book.intents().stream().map(this::account).toList();
    return new Summary(
        accounts.size(),
        accounts.stream().mapToLong(Account::authorised).sum(),
        accounts.stream().mapToLong(Account::captured).sum(),
        accounts.stream().mapToLong(Account::voided).sum(),
        accounts.stream().mapToLong(Account::refunded).sum(),
        book.untoldEvents(),
        accounts);
  }

  private Account account(Intent intent) {
    var movements = book.movementsOf(intent.id());
    return new Account(
        intent.id(),
        intent.status().wire(),
        intent.terms().currency(),
        sum(movements, Movement.Kind.AUTHORISED),
        sum(movements, Movement.Kind.CAPTURED),
        sum(movements, Movement.Kind.VOIDED),
        sum(movements, Movement.Kind.REFUNDED),
        intent.terms().metadata(),
        movements);
  }

  private static long sum(List<Movement> movements, Movement.Kind kind) {
    return movements.stream().filter(m -> m.kind() == kind).mapToLong(Movement::amount).sum();
  }

  /** One intent's money in minor units; the sums are of its movements. */
  record Account(
      String paymentIntent,
      String status,
      String currency,
      long authorised,
      long captured,
      long voided,
      long refunded,
      Map<String, String> metadata,
      List<Movement> movements) {

    Account {
      metadata = Map.copyOf(metadata);
      movements = List.copyOf(movements);
    }
  }

  /**
   * All intents, in the order in which they were made.
   *
   * @param untoldEvents how many events the merchant has not taken yet
   */
  record Summary(
      int paymentIntents,
      long authorised,
      long captured,
      long voided,
      long refunded,
      int untoldEvents,
      List<Account> accounts) {

    Summary {
      accounts = List.copyOf(accounts);
    }
  }
}
