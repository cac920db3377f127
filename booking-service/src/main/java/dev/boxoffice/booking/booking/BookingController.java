package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.HoldId;
import dev.boxoffice.booking.UserId;
import dev.boxoffice.defaults.problem.Codes;
import dev.boxoffice.defaults.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bookings as their buyer makes and sees them. */
@RestController
@RequestMapping("/v1/bookings")
class BookingController {

  /** The largest page number whose offset is still a sensible one. */
  private static final int PAGE_MAX = 1_000_000;

  private final ConfirmBooking confirmBooking;
  private final ReadBookings readBookings;
  private final PurchaseSettings settings;

  BookingController(
      ConfirmBooking confirmBooking, ReadBookings readBookings, PurchaseSettings settings) {
    this.confirmBooking = confirmBooking;
    this.readBookings = readBookings;
    this.settings = settings;
  }

  @PostMapping("/confirm")
  ResponseEntity<?> confirm(
      @Valid @RequestBody ConfirmRequest request, @AuthenticationPrincipal Jwt jwt) {
    if (request.userId() != null && !request.userId().equals(jwt.getSubject())) {
      return Problem.of(HttpStatus.FORBIDDEN, Codes.USER_MISMATCH, "You are somebody else.")
          .response();
    }
    var command =
        new ConfirmCommand(
            new HoldId(request.holdId()),
            request.paymentMethodId(),
            UserId.of(jwt),
            jwt.getClaimAsString("email"),
            settings.answerWithin());
    return switch (confirmBooking.confirm(command)) {
      case ConfirmOutcome.Confirmed(var booking, var byThisRequest) ->
          byThisRequest
              ? ResponseEntity.created(location(booking.id())).body(ConfirmedView.of(booking))
              : ResponseEntity.ok(ConfirmedView.of(booking));
      case ConfirmOutcome.Pending pending ->
          ResponseEntity.accepted()
              .location(location(pending.bookingId()))
              .body(PendingView.of(pending));
      case ConfirmOutcome.HoldNotFound() ->
          Problem.of(HttpStatus.NOT_FOUND, "HOLD_NOT_FOUND", "You have no such hold.").response();
      case ConfirmOutcome.HoldExpired() ->
          Problem.of(HttpStatus.CONFLICT, "HOLD_EXPIRED", "The hold has ended; no money was taken.")
              .response();
      case ConfirmOutcome.Declined(var bookingId, var declineCode, var anotherMayPay) ->
          Problem.of(
                  HttpStatus.PAYMENT_REQUIRED,
                  "PAYMENT_DECLINED",
                  anotherMayPay
                      ? "This payment method did not pay; another one may be tried."
                      : "This payment method did not pay, and no other can be tried for this hold.")
              .with("declineCode", declineCode)
              .with("bookingId", bookingId.value())
              .response();
    };
  }

  @GetMapping
  ReadBookings.Page mine(
      @RequestParam(defaultValue = "1") @Min(1) @Max(PAGE_MAX) int page,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @AuthenticationPrincipal Jwt jwt) {
    return readBookings.page(UserId.of(jwt), page, limit);
  }

  @GetMapping("/{bookingId}")
  ResponseEntity<?> one(@PathVariable UUID bookingId, @AuthenticationPrincipal Jwt jwt) {
    var booking = readBookings.find(new BookingId(bookingId), UserId.of(jwt));
    return booking == null
        ? Problem.of(HttpStatus.NOT_FOUND, "BOOKING_NOT_FOUND", "You have no such booking.")
            .response()
        : ResponseEntity.ok(booking);
  }

  private static URI location(BookingId id) {
    return URI.create("/v1/bookings/" + id);
  }
}
