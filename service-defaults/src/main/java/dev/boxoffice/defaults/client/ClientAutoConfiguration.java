package dev.boxoffice.defaults.client;

import dev.boxoffice.defaults.security.SecuritySettings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/** Clients for the other services; the injected builder carries trace headers on. */
@AutoConfiguration
class ClientAutoConfiguration {
  @Bean
  ServiceClients serviceClients(RestClient.Builder builder, SecuritySettings settings) {
    return new ServiceClients(builder, settings);
  }
}
