package dev.boxoffice.gateway;

import dev.boxoffice.contract.ApiCoverage;

class ContractCoverageTests extends ApiCoverage {
  ContractCoverageTests() {
    super("gateway");
  }
}
