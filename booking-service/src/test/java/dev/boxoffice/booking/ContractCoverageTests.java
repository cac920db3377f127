package dev.boxoffice.booking;

import dev.boxoffice.testing.ContractCoverage;

class ContractCoverageTests extends ContractCoverage {
  ContractCoverageTests() {
    super("booking-service", "booking.booking");
  }
}
