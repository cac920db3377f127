package dev.boxoffice.ticket;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where clients find this platform: the gateway.
 *
 * @param publicUrl without a slash at its end
 */
@Validated
@ConfigurationProperties("boxoffice")
public record PublicUrl(@NotNull URI publicUrl) {

  public URI ticketPdf(BookingId bookingId) {
    return URI.create("%s/v1/bookings/%s/ticket.pdf".formatted(publicUrl, bookingId));
  }

  public URI ticketCalendar(BookingId bookingId) {
    return URI.create("%s/v1/bookings/%s/ticket.ics".formatted(publicUrl, bookingId));
  }
}
