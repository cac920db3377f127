package dev.boxoffice.ticket.booking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.boxoffice.defaults.client.ServiceClients;
import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.ticket.BookingId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * booking-service as its public route shows it to a buyer, asked with the buyer's own token: who
 * may see a booking is decided there and nowhere else.
 */
@Component
public class BookingClient {

  private final RestClient http;
  private final JsonMapper json;

  BookingClient(ServiceClients clients, BookingServiceSettings settings, JsonMapper json) {
    this.http = clients.restClientForUsers(settings.booking(), settings.answerWithin());
    this.json = json;
  }

  /**
   * Whether this is a booking of the user's that has or may yet get tickets.
   *
   * @throws UnavailableException if booking-service does not say
   */
  public boolean awaitsTickets(BookingId booking, Jwt user) {
    try {
      return http.get()
          .uri("/v1/bookings/{bookingId}", booking)
          .headers(headers -> headers.setBearerAuth(user.getTokenValue()))
          .exchangeForRequiredValue((request, response) -> awaitsTickets(response));
    } catch (RestClientException e) {
      throw new UnavailableException("booking-service gave no answer", e);
    }
  }

  private boolean awaitsTickets(ClientHttpResponse response) throws IOException {
    int status = response.getStatusCode().value();
    if (status == 404) {
      return false;
    }
    if (status != 200) {
      throw new UnavailableException("booking-service answered " + status, null);
    }
    try {
      var booking = json.readValue(response.getBody().readAllBytes(), Booking.class);
      return "PENDING".equals(booking.status()) || "CONFIRMED".equals(booking.status());
    } catch (JacksonException e) {
      throw new UnavailableException("booking-service answered something else than agreed", e);
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Booking(@Nullable String status) {}
}
