package dev.boxoffice.event;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What is on and where. */
@SpringBootApplication
class EventServiceApplication {
  public static void main(String[] args) {
    var _ = SpringApplication.run(EventServiceApplication.class, args);
  }
}
