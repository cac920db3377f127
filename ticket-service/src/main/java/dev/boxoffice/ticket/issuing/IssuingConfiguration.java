package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.printing.TicketPdf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IssuingConfiguration {

  @Bean
  TicketPdf ticketPdf() {
    return new TicketPdf();
  }
}
