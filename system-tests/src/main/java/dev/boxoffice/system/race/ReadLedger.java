package dev.boxoffice.system.race;

import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.system.client.Http;
import dev.boxoffice.system.race.history.Account;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the payment provider's own books. */
final class ReadLedger {
  private final Arena arena;
  private final Http http;

  ReadLedger(Arena arena, Http http) {
    this.arena = arena;
    this.http = http;
  }

  List<Account> accounts() throws IOException {
    return http.get(
            arena.service(Program.PAYMENTS, "/ledger/summary"),
            arena.system().secrets().paymentKey())
        .expect(200)
        .json()
        .required("accounts")
        .valueStream()
        .flatMap(ReadLedger::account)
        .toList();
  }

  /** Payments that no booking of ours asked for are none of our business. */
  private static Stream<Account> account(JsonNode account) {
    JsonNode bookingId = account.at("/metadata/bookingId");
    if (!bookingId.isString()) {
      return Stream.empty();
    }
    return Stream.of(
        new Account(
            UUID.fromString(bookingId.asString()),
            account.required("authorised").asLong(),
            account.required("captured").asLong(),
            account.required("voided").asLong(),
            account.required("refunded").asLong(),
            (int)
                account
                    .required("movements")
                    .valueStream()
                    .filter(movement -> movement.required("kind").asString().equals("CAPTURED"))
                    .count()));
  }
}
