package dev.boxoffice.queue;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class QueueServiceApplication {
  static void main(String[] args) {
    SpringApplication.run(QueueServiceApplication.class, args);
  }
}
