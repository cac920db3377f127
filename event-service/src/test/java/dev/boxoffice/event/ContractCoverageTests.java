package dev.boxoffice.event;

import dev.boxoffice.testing.ContractCoverage;

class ContractCoverageTests extends ContractCoverage {
  ContractCoverageTests() {
    super("event-service", "catalogue.show");
  }
}
