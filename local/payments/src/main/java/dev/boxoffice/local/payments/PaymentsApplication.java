package dev.boxoffice.local.payments;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** The local payment provider. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentSettings.class)
class PaymentsApplication {

  static void main(String[] arguments) {
    var context = SpringApplication.run(PaymentsApplication.class, arguments);
    context.registerShutdownHook();
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean(destroyMethod = "close")
  Journal journal(PaymentSettings settings, JsonMapper json) {
    return new Journal(settings.ledgerFile(), json);
  }
}
