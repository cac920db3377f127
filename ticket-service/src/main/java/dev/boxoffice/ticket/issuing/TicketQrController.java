package dev.boxoffice.ticket.issuing;

import dev.boxoffice.defaults.problem.Problem;
import dev.boxoffice.ticket.TicketId;
import dev.boxoffice.ticket.printing.QrCode;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A ticket's code as a picture, for its holder alone. */
@RestController
@RequestMapping("/v1/tickets/{ticketId}")
class TicketQrController {

  private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

  private final TicketLedger tickets;

  TicketQrController(TicketLedger tickets) {
    this.tickets = tickets;
  }

  @GetMapping("/qr.png")
  ResponseEntity<?> png(@PathVariable UUID ticketId, @AuthenticationPrincipal Jwt jwt) {
    return picture(ticketId, jwt, MediaType.IMAGE_PNG, QrCode::png);
  }

  @GetMapping("/qr.svg")
  ResponseEntity<?> svg(@PathVariable UUID ticketId, @AuthenticationPrincipal Jwt jwt) {
    return picture(ticketId, jwt, SVG, QrCode::svg);
  }

  private ResponseEntity<?> picture(
      UUID ticketId, Jwt jwt, MediaType type, Function<QrCode, Object> drawing) {
    var ticket = tickets.find(new TicketId(ticketId), Caller.of(jwt));
    if (ticket.isEmpty()) {
      return Problem.of(
              HttpStatus.NOT_FOUND, "TICKET_NOT_FOUND", "There is no such ticket of yours.")
          .response();
    }
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .body(drawing.apply(QrCode.of(ticket.get().code())));
  }
}
