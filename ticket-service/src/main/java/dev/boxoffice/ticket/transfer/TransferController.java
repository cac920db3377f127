package dev.boxoffice.ticket.transfer;

import dev.boxoffice.defaults.problem.MalformedRequestException;
import dev.boxoffice.defaults.problem.Problem;
import dev.boxoffice.ticket.TicketId;
import dev.boxoffice.ticket.issuing.Caller;
import dev.boxoffice.ticket.issuing.Holder;
import dev.boxoffice.ticket.issuing.TicketStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TransferController {

  private final TransferTicket transferTicket;

  TransferController(TransferTicket transferTicket) {
    this.transferTicket = transferTicket;
  }

  @PostMapping("/v1/tickets/{ticketId}/transfer")
  ResponseEntity<?> transfer(
      @PathVariable UUID ticketId,
      @Valid @RequestBody Transfer body,
      @AuthenticationPrincipal Jwt jwt) {
    var outcome = transferTicket.transfer(new TicketId(ticketId), Caller.of(jwt), body.newHolder());
    return switch (outcome) {
      case TransferOutcome.Transferred(var successor) ->
          ResponseEntity.ok(
              new Transferred(
                  ticketId,
                  TicketStatus.CANCELLED,
                  successor.ticketId().value(),
                  successor.bookingId().value(),
                  successor.seat().seatId().value()));
      case TransferOutcome.NotFound() ->
          Problem.of(HttpStatus.NOT_FOUND, "TICKET_NOT_FOUND", "There is no such ticket of yours.")
              .response();
      case TransferOutcome.Forbidden(var why) ->
          Problem.of(HttpStatus.CONFLICT, "TRANSFER_FORBIDDEN", why).response();
    };
  }

  /** To a user or to an address, whichever is given. */
  record Transfer(
      @Nullable @Size(min = 1, max = 255) String toUserId,
      @Nullable @Email @Size(min = 3, max = 254) String toEmail) {
    Holder newHolder() {
      if (toUserId != null && toEmail == null) {
        return Holder.user(toUserId);
      }
      if (toEmail != null && toUserId == null) {
        return Holder.email(toEmail);
      }
      throw new MalformedRequestException("toUserId", "give either toUserId or toEmail");
    }
  }

  /** The old ticket and the one that took its place; the new code is its new holder's alone. */
  record Transferred(
      UUID ticketId, TicketStatus status, UUID newTicketId, UUID bookingId, UUID seatId) {}
}
