package dev.boxoffice.seat;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class SeatServiceApplication {

  static void main(String[] args) {
    var _ = SpringApplication.run(SeatServiceApplication.class, args);
  }
}
