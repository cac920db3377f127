package dev.boxoffice.ticket;

import dev.boxoffice.testing.ContractCoverage;

class ContractCoverageTests extends ContractCoverage {
  ContractCoverageTests() {
    super("ticket-service", "ticket.ticket");
  }
}
