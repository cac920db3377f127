package dev.boxoffice.queue;

import dev.boxoffice.testing.ContractCoverage;

class ContractCoverageTests extends ContractCoverage {
  ContractCoverageTests() {
    super("queue-service", "queue.room");
  }
}
