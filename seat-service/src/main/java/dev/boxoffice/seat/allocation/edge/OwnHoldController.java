package dev.boxoffice.seat.allocation.edge;

import dev.boxoffice.seat.allocation.ExtendHold;
import dev.boxoffice.seat.allocation.FindHold;
import dev.boxoffice.seat.allocation.ReleaseHold;
import dev.boxoffice.seat.allocation.hold.ExtendOutcome;
import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldStatus;
import dev.boxoffice.seat.allocation.hold.ReleaseOutcome;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What buyers do with a hold of theirs. */
@RestController
@RequestMapping("/v1/bookings/hold/{holdId}")
class OwnHoldController {
  private final FindHold findHold;
  private final ExtendHold extendHold;
  private final ReleaseHold releaseHold;

  OwnHoldController(FindHold findHold, ExtendHold extendHold, ReleaseHold releaseHold) {
    this.findHold = findHold;
    this.extendHold = extendHold;
    this.releaseHold = releaseHold;
  }

  @GetMapping
  ResponseEntity<?> find(@PathVariable UUID holdId, @AuthenticationPrincipal Jwt jwt) {
    Hold hold = findHold.find(new HoldId(holdId), Buyer.of(jwt));
    return hold == null
        ? HoldProblems.holdNotFound().response()
        : ResponseEntity.ok(HoldView.of(hold));
  }

  @PostMapping("/extend")
  ResponseEntity<?> extend(@PathVariable UUID holdId, @AuthenticationPrincipal Jwt jwt) {
    return switch (extendHold.extend(new HoldId(holdId), Buyer.of(jwt))) {
      case ExtendOutcome.Extended(Hold hold) -> ResponseEntity.ok(HoldView.of(hold));
      case ExtendOutcome.NotFound _ -> HoldProblems.holdNotFound().response();
      case ExtendOutcome.NotExtendable(HoldStatus status, int extensions) ->
          HoldProblems.holdNotExtendable(status, extensions).response();
    };
  }

  @DeleteMapping
  ResponseEntity<?> release(@PathVariable UUID holdId, @AuthenticationPrincipal Jwt jwt) {
    return switch (releaseHold.release(new HoldId(holdId), Buyer.of(jwt))) {
      case ReleaseOutcome.Released _ -> ResponseEntity.noContent().build();
      case ReleaseOutcome.NotFound _ -> HoldProblems.holdNotFound().response();
      case ReleaseOutcome.Committed(HoldStatus status) ->
          HoldProblems.holdNotReleasable(status).response();
    };
  }
}
