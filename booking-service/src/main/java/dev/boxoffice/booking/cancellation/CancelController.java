package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.SeatId;
import dev.boxoffice.booking.UserId;
import dev.boxoffice.booking.booking.BookingStatus;
import dev.boxoffice.defaults.problem.Codes;
import dev.boxoffice.defaults.problem.MalformedRequestException;
import dev.boxoffice.defaults.problem.Problem;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Giving seats back. */
@RestController
class CancelController {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final CancelBooking cancelBooking;

  CancelController(CancelBooking cancelBooking) {
    this.cancelBooking = cancelBooking;
  }

  /** What was given back; the same however often it is asked for. */
  record CancelledView(
      UUID bookingId,
      BookingStatus status,
      List<UUID> seatIds,
      long refundAmount,
      int refundPercentage,
      String currency) {

    static CancelledView of(Cancellation cancellation) {
      return new CancelledView(
          cancellation.bookingId().value(),
          Objects.requireNonNull(cancellation.statusAfter()),
          cancellation.seatIds().stream().map(SeatId::value).sorted().toList(),
          cancellation.amount().minorUnits(),
          cancellation.percentage(),
          cancellation.amount().currency().getCurrencyCode());
    }
  }

  /** A body that is not read would give back more than was asked for: it is JSON or refused. */
  @DeleteMapping(path = "/v1/bookings/{bookingId}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> cancel(
      @PathVariable UUID bookingId,
      @Valid @RequestBody(required = false) @Nullable CancelRequest request,
      @AuthenticationPrincipal Jwt jwt) {
    var command =
        new CancelCommand(
            new BookingId(bookingId),
            UserId.of(jwt),
            seatIds(request),
            request == null ? null : request.reason());
    return switch (cancelBooking.cancel(command)) {
      case CancelOutcome.Cancelled(var cancellation) ->
          ResponseEntity.ok(CancelledView.of(cancellation));
      case CancelOutcome.NotFound() ->
          Problem.of(HttpStatus.NOT_FOUND, "BOOKING_NOT_FOUND", "You have no such booking.")
              .response();
      case CancelOutcome.NotItsSeats(var seatIds) ->
          throw new MalformedRequestException(
              "seatIds", "are not seats of this booking: " + seatIds);
      case CancelOutcome.NotCancellable(var why) ->
          Problem.of(HttpStatus.CONFLICT, "BOOKING_NOT_CANCELLABLE", detail(why))
              .with("reason", why)
              .response();
      case CancelOutcome.Unfinished() ->
          Problem.of(
                  HttpStatus.SERVICE_UNAVAILABLE,
                  Codes.UNAVAILABLE,
                  "The cancellation is recorded and goes on; ask again for its outcome.")
              .retryAfter(RETRY_AFTER)
              .response();
    };
  }

  private static Set<SeatId> seatIds(@Nullable CancelRequest request) {
    if (request == null || request.seatIds() == null) {
      return Set.of();
    }
    return request.seatIds().stream().map(SeatId::new).collect(Collectors.toUnmodifiableSet());
  }

  private static String detail(CancelOutcome.Why why) {
    return switch (why) {
      case NOT_CONFIRMED -> "The booking is not confirmed.";
      case SHOW_OVER -> "The show has begun.";
      case CHECKED_IN -> "Somebody is inside already.";
    };
  }
}
