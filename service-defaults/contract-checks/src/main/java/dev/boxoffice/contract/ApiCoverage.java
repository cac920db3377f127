package dev.boxoffice.contract;

import org.junit.jupiter.api.Test;

/**
 * Looks back on all tests of a module: each call of the service's contract was answered well at
 * least once. The answers themselves were checked when they came. Run alone it fails, as nothing
 * happened before.
 */
public abstract class ApiCoverage {
  private final String service;

  protected ApiCoverage(String service) {
    this.service = service;
  }

  @Test
  void everyCallOfTheContractWasAnsweredWell() {
    ApiContract.ofService(service).orElseThrow().checkThatAllWentWell();
  }

  protected String service() {
    return service;
  }
}
