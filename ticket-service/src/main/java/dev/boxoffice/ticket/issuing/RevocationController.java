package dev.boxoffice.ticket.issuing;

import dev.boxoffice.defaults.problem.Problem;
import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.SeatId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What booking-service asks before it cancels. */
@RestController
class RevocationController {

  private static final int SEATS_MAX = 100;

  private final RevokeTickets revokeTickets;

  RevocationController(RevokeTickets revokeTickets) {
    this.revokeTickets = revokeTickets;
  }

  @PostMapping("/internal/bookings/{bookingId}/revoke")
  ResponseEntity<?> revoke(@PathVariable UUID bookingId, @Valid @RequestBody Revocation body) {
    var seatIds = body.seatIds().stream().map(SeatId::new).toList();
    return switch (revoke(new BookingId(bookingId), seatIds, body)) {
      case RevokeOutcome.Revoked(var revoked) -> ResponseEntity.ok(new Revoked(values(revoked)));
      case RevokeOutcome.CheckedIn(var inside) ->
          Problem.of(HttpStatus.CONFLICT, "CHECKED_IN", "Somebody went in with a ticket of these.")
              .with("seatIds", values(inside))
              .response();
    };
  }

  private RevokeOutcome revoke(BookingId bookingId, List<SeatId> seatIds, Revocation body) {
    return Boolean.TRUE.equals(body.evenIfEntered())
        ? revokeTickets.revokeEvenIfEntered(bookingId, seatIds, body.reason())
        : revokeTickets.revoke(bookingId, seatIds, body.reason());
  }

  private static List<UUID> values(List<SeatId> seatIds) {
    return seatIds.stream().map(SeatId::value).toList();
  }

  record Revocation(
      @NotNull @Size(min = 1, max = SEATS_MAX) List<@NotNull UUID> seatIds,
      @NotBlank @Size(max = 500) String reason,
      @Nullable Boolean evenIfEntered) {}

  record Revoked(List<UUID> seatIds) {
    Revoked {
      seatIds = List.copyOf(seatIds);
    }
  }
}
