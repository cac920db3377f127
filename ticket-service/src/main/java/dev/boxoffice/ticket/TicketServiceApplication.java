package dev.boxoffice.ticket;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class TicketServiceApplication {

  static void main(String[] args) {
    var _ = SpringApplication.run(TicketServiceApplication.class, args);
  }
}
