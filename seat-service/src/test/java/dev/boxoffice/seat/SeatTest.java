package dev.boxoffice.seat;

import dev.boxoffice.testing.IntegrationTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test of the whole service, with an event-service that knows layouts. */
@IntegrationTest
public interface SeatTest {
  @DynamicPropertySource
  static void eventService(DynamicPropertyRegistry properties) {
    properties.add("boxoffice.services.event", () -> LayoutServer.get().url());
  }
}
