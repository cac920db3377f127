package dev.boxoffice.defaults.inbox;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox of the service and its cleaning. */
@AutoConfiguration
class InboxAutoConfiguration {
  @Bean
  InboxLedger inboxLedger(JdbcClient jdbc) {
    return new InboxLedger(jdbc);
  }

  @Bean
  Inbox inbox(InboxLedger ledger) {
    return new Inbox(ledger);
  }

  @Bean
  InboxCleaner inboxCleaner(InboxLedger ledger) {
    return new InboxCleaner(ledger);
  }
}
