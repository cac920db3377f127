package dev.boxoffice.local.issuer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the issuer. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class IssuerApplication {

  public static void main(String[] arguments) {
    var context = SpringApplication.run(IssuerApplication.class, arguments);
    context.registerShutdownHook();
  }
}
