package dev.boxoffice.seat.allocation.edge;

import dev.boxoffice.seat.allocation.BookHold;
import dev.boxoffice.seat.allocation.PayHold;
import dev.boxoffice.seat.allocation.ReturnSeats;
import dev.boxoffice.seat.allocation.UnpayHold;
import dev.boxoffice.seat.allocation.hold.BookOutcome;
import dev.boxoffice.seat.allocation.hold.BookingId;
import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.hold.HoldStatus;
import dev.boxoffice.seat.allocation.hold.PayOutcome;
import dev.boxoffice.seat.allocation.hold.PaymentAttempt;
import dev.boxoffice.seat.allocation.hold.ReturnOutcome;
import dev.boxoffice.seat.allocation.hold.UnpayOutcome;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowTerms;
import dev.boxoffice.seat.sale.Shows;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The purchase's steps that concern seats; booking-service may repeat each of them. */
@RestController
@RequestMapping("/internal/holds/{holdId}")
class InternalHoldController {
  private final PayHold payHold;
  private final UnpayHold unpayHold;
  private final BookHold bookHold;
  private final ReturnSeats returnSeats;
  private final Shows shows;

  InternalHoldController(
      PayHold payHold,
      UnpayHold unpayHold,
      BookHold bookHold,
      ReturnSeats returnSeats,
      Shows shows) {
    this.payHold = payHold;
    this.unpayHold = unpayHold;
    this.bookHold = bookHold;
    this.returnSeats = returnSeats;
    this.shows = shows;
  }

  @PostMapping("/pay")
  ResponseEntity<?> pay(@PathVariable UUID holdId, @Valid @RequestBody Pay body) {
    return switch (payHold.pay(new HoldId(holdId), body.payment(), new UserId(body.userId()))) {
      case PayOutcome.Payable(Hold hold) -> ResponseEntity.ok(payable(hold));
      case PayOutcome.NotFound _ -> HoldProblems.holdNotFound().response();
      case PayOutcome.Expired _ -> HoldProblems.holdExpired().response();
    };
  }

  @PostMapping("/unpay")
  ResponseEntity<?> unpay(@PathVariable UUID holdId, @Valid @RequestBody Step body) {
    return switch (unpayHold.unpay(new HoldId(holdId), body.payment())) {
      case UnpayOutcome.Active(Instant expiresAt) ->
          ResponseEntity.ok(new Unpaid(HoldStatus.ACTIVE, expiresAt));
      case UnpayOutcome.Ended(Instant expiresAt) ->
          ResponseEntity.ok(new Unpaid(HoldStatus.EXPIRED, expiresAt));
      case UnpayOutcome.NotFound _ -> HoldProblems.holdNotFound().response();
      case UnpayOutcome.AlreadyBooked _ -> HoldProblems.holdBooked().response();
    };
  }

  @PostMapping("/book")
  ResponseEntity<?> book(@PathVariable UUID holdId, @Valid @RequestBody Step body) {
    return switch (bookHold.book(new HoldId(holdId), body.payment())) {
      case BookOutcome.Booked(HoldId hold, BookingId booking, var seatIds, Instant bookedAt) ->
          ResponseEntity.ok(
              new Booked(
                  hold.value(),
                  booking.value(),
                  seatIds.stream().map(SeatId::value).toList(),
                  bookedAt));
      case BookOutcome.NotFound _ -> HoldProblems.holdNotFound().response();
      case BookOutcome.Expired _ -> HoldProblems.holdExpired().response();
    };
  }

  @PostMapping("/return")
  ResponseEntity<?> giveBack(@PathVariable UUID holdId, @Valid @RequestBody Return body) {
    List<SeatId> which =
        body.seatIds() == null ? null : body.seatIds().stream().map(SeatId::new).toList();
    return switch (returnSeats.giveBack(
        new HoldId(holdId), new BookingId(body.bookingId()), which)) {
      case ReturnOutcome.Returned(var seatIds) ->
          ResponseEntity.ok(new Returned(seatIds.stream().map(SeatId::value).toList()));
      case ReturnOutcome.NotFound _ -> HoldProblems.holdNotFound().response();
    };
  }

  private Payable payable(Hold hold) {
    ShowTerms show = shows.find(hold.showId()).orElseThrow();
    HoldView view = HoldView.of(hold);
    return new Payable(
        view.holdId(),
        view.showId(),
        hold.userId().value(),
        hold.status(),
        hold.expiresAt(),
        hold.expiresAt(),
        view.items(),
        view.totalAmount(),
        view.currency(),
        show.showTime());
  }

  record Pay(@NotNull UUID bookingId, @NotNull @Positive Integer attempt, @NotBlank String userId) {
    PaymentAttempt payment() {
      return new PaymentAttempt(new BookingId(bookingId), attempt);
    }
  }

  record Step(@NotNull UUID bookingId, @NotNull @Positive Integer attempt) {
    PaymentAttempt payment() {
      return new PaymentAttempt(new BookingId(bookingId), attempt);
    }
  }

  record Return(
      @NotNull UUID bookingId,
      @Nullable @Size(max = HoldRequest.SEATS_MAX) List<@NotNull UUID> seatIds) {}

  /**
   * What payment is to be taken for.
   *
   * @param expiresAt when the seats become free unless they are booked
   * @param payDeadline the same: after it {@code book} is refused
   */
  record Payable(
      UUID holdId,
      UUID showId,
      String userId,
      HoldStatus status,
      Instant expiresAt,
      Instant payDeadline,
      List<HoldView.Item> items,
      long totalAmount,
      String currency,
      Instant showTime) {}

  record Unpaid(HoldStatus status, Instant expiresAt) {}

  record Booked(UUID holdId, UUID bookingId, List<UUID> seatIds, Instant bookedAt) {}

  record Returned(List<UUID> seatIds) {}
}
