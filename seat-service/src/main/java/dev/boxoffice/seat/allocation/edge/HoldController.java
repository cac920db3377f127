package dev.boxoffice.seat.allocation.edge;

import dev.boxoffice.defaults.problem.CommonProblems;
import dev.boxoffice.defaults.problem.MalformedRequestException;
import dev.boxoffice.seat.allocation.HoldSeats;
import dev.boxoffice.seat.allocation.best.BestSeats;
import dev.boxoffice.seat.allocation.best.HoldBestSeats;
import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldOutcome;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.rules.Wish;
import dev.boxoffice.seat.guard.GuardAnswers;
import dev.boxoffice.seat.guard.Refusals;
import dev.boxoffice.seat.guard.Visitor;
import dev.boxoffice.seat.guard.VisitorOutcome;
import dev.boxoffice.seat.sale.SectionId;
import dev.boxoffice.seat.sale.ShowId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where buyers ask for seats. */
@RestController
@RequestMapping("/v1/bookings/hold")
class HoldController {
  private final HoldSeats holdSeats;
  private final HoldBestSeats holdBestSeats;
  private final Refusals refusals;
  private final URI publicUrl;

  HoldController(
      HoldSeats holdSeats,
      HoldBestSeats holdBestSeats,
      Refusals refusals,
      @Value("${boxoffice.public-url}") URI publicUrl) {
    this.holdSeats = holdSeats;
    this.holdBestSeats = holdBestSeats;
    this.refusals = refusals;
    this.publicUrl = publicUrl;
  }

  @PostMapping
  ResponseEntity<?> hold(
      @Valid @RequestBody HoldBody body,
      @RequestHeader(name = "X-Admission-Token", required = false) @Nullable String admissionToken,
      HttpServletRequest request,
      @AuthenticationPrincipal Jwt jwt) {
    if (body.userId() != null && !body.userId().equals(jwt.getSubject())) {
      return CommonProblems.userMismatch().response();
    }
    UserId userId = Buyer.of(jwt);
    HoldOutcome outcome = hold(body, userId, visitor(userId, request), admissionToken);
    if (countsAsRefusal(outcome)) {
      refusals.note(userId.value());
    }
    return answer(outcome);
  }

  private static Visitor visitor(UserId userId, HttpServletRequest request) {
    return Visitor.of(
        userId.value(),
        request.getRemoteAddr(),
        request.getHeader("X-Device-Id"),
        request.getHeader("X-Challenge-Solution"));
  }

  /** To be told of a challenge is the consequence of too many refusals, not one more. */
  private static boolean countsAsRefusal(HoldOutcome outcome) {
    return !(outcome instanceof HoldOutcome.Held)
        && !(outcome instanceof HoldOutcome.NotLetIn(VisitorOutcome.ChallengeRequired _));
  }

  private HoldOutcome hold(
      HoldBody body, UserId userId, Visitor visitor, @Nullable String admissionToken) {
    ShowId showId = new ShowId(body.showId());
    if (body.seatIds() != null && body.bestAvailable() == null) {
      return holdSeats.hold(
          new HoldRequest(showId, userId, HoldBody.distinct(body.seatIds()), admissionToken),
          visitor);
    }
    if (body.bestAvailable() != null && body.seatIds() == null) {
      HoldBody.BestAvailable wish = body.bestAvailable();
      return holdBestSeats.hold(
          new BestSeats(
              showId,
              new Wish(
                  wish.quantity(),
                  wish.sectionId() == null ? null : new SectionId(wish.sectionId()),
                  wish.priceCategory(),
                  Boolean.TRUE.equals(wish.accessible()))),
          userId,
          visitor,
          admissionToken);
    }
    throw new MalformedRequestException("seatIds", "either this or bestAvailable is needed");
  }

  private ResponseEntity<?> answer(HoldOutcome outcome) {
    return switch (outcome) {
      case HoldOutcome.Held(Hold hold) ->
          ResponseEntity.created(location(hold.holdId())).body(HoldView.of(hold));
      case HoldOutcome.ShowNotFound _ -> HoldProblems.showNotFound().response();
      case HoldOutcome.NotOnSale _ -> HoldProblems.showNotOnSale().response();
      case HoldOutcome.NotLetIn(var why) -> GuardAnswers.of(why);
      case HoldOutcome.AdmissionRequired(ShowId showId) ->
          HoldProblems.admissionRequired(publicUrl + "/v1/queue/" + showId).response();
      case HoldOutcome.SeatNotFound(var seatIds) -> HoldProblems.seatNotFound(seatIds).response();
      case HoldOutcome.LimitReached(int limit, int owned) ->
          HoldProblems.limitReached(limit, owned).response();
      case HoldOutcome.OrphanSeat(var seatIds) -> HoldProblems.orphanSeat(seatIds).response();
      case HoldOutcome.SeatsTaken(var seatIds) -> HoldProblems.seatsUnavailable(seatIds).response();
    };
  }

  private URI location(HoldId holdId) {
    return URI.create(publicUrl + "/v1/bookings/hold/" + holdId);
  }
}
