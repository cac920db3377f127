package dev.boxoffice.booking.seats;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.HoldId;
import dev.boxoffice.booking.PeerCalls;
import dev.boxoffice.booking.SeatId;
import dev.boxoffice.booking.ServiceSettings;
import dev.boxoffice.booking.UserId;
import dev.boxoffice.defaults.client.ServiceClients;
import dev.boxoffice.defaults.problem.UnavailableException;
import java.util.Collection;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * seat-service as the purchase sees it. Every call may be repeated for the same booking and attempt
 * and then answers the same; one that gets no answer throws {@link UnavailableException}.
 */
@Component
public class SeatClient {

  private static final String NAME = "seat-service";
  private static final String HOLD_NOT_FOUND = "HOLD_NOT_FOUND";
  private static final String HOLD_EXPIRED = "HOLD_EXPIRED";

  private final PeerCalls seats;

  SeatClient(ServiceClients clients, ServiceSettings settings, JsonMapper json) {
    var http = clients.restClient(NAME, settings.seat(), settings.answerWithin());
    this.seats = new PeerCalls(NAME, http, json);
  }

  /** Puts a hold aside for a booking, up to the pay deadline. */
  public PayAnswer pay(HoldId hold, BookingId booking, int attempt, UserId user) {
    var answer =
        seats.post(
            "/internal/holds/{holdId}/pay",
            new HoldWire.PayRequest(booking.value(), attempt, user.value()),
            hold);
    return switch (answer.refusal()) {
      case null -> new PayAnswer.Paying(answer.as(HoldWire.Paying.class).seats());
      case HOLD_NOT_FOUND -> new PayAnswer.NotFound();
      case HOLD_EXPIRED -> new PayAnswer.HoldEnded();
      default -> throw answer.unexpected();
    };
  }

  /** Gives a hold back to its buyer for the time that was left, unless a later attempt pays. */
  public UnpayAnswer unpay(HoldId hold, BookingId booking, int attempt) {
    var answer = seats.post("/internal/holds/{holdId}/unpay", request(booking, attempt), hold);
    return switch (answer.refusal()) {
      case null -> unpaid(answer.as(HoldWire.Unpaid.class));
      case HOLD_NOT_FOUND, HOLD_EXPIRED -> new UnpayAnswer.HoldEnded();
      default -> throw answer.unexpected();
    };
  }

  /** Makes the seats the booking's own, all of them or none. */
  public BookAnswer book(HoldId hold, BookingId booking, int attempt) {
    var answer = seats.post("/internal/holds/{holdId}/book", request(booking, attempt), hold);
    return switch (answer.refusal()) {
      case null -> new BookAnswer.Booked();
      case HOLD_NOT_FOUND, HOLD_EXPIRED -> new BookAnswer.HoldEnded();
      default -> throw answer.unexpected();
    };
  }

  /** Puts booked seats back on sale. */
  public void giveBack(HoldId hold, BookingId booking, Collection<SeatId> seatIds) {
    var request =
        new HoldWire.ReturnRequest(booking.value(), seatIds.stream().map(SeatId::value).toList());
    var answer = seats.post("/internal/holds/{holdId}/return", request, hold);
    if (answer.refusal() != null) {
      throw answer.unexpected();
    }
  }

  private static HoldWire.StepRequest request(BookingId booking, int attempt) {
    return new HoldWire.StepRequest(booking.value(), attempt);
  }

  private static UnpayAnswer unpaid(HoldWire.Unpaid unpaid) {
    return switch (unpaid.status()) {
      case "ACTIVE" -> new UnpayAnswer.Active(Objects.requireNonNull(unpaid.expiresAt()));
      case "EXPIRED" -> new UnpayAnswer.HoldEnded();
      default -> throw new UnavailableException("An unpaid hold is " + unpaid.status(), null);
    };
  }
}
