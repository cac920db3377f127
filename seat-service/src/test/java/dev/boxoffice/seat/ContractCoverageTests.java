package dev.boxoffice.seat;

import dev.boxoffice.testing.ContractCoverage;

class ContractCoverageTests extends ContractCoverage {
  ContractCoverageTests() {
    super("seat-service", "seat.show");
  }
}
