package dev.boxoffice.seat;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
class SeatServiceApplication {

  static void main(String[] args) {
    var unused = SpringApplication.run(SeatServiceApplication.class, args);
  }
}
