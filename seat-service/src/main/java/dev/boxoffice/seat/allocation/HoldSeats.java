package dev.boxoffice.seat.allocation;

import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.seat.allocation.admission.Doors;
import dev.boxoffice.seat.allocation.claims.ClaimOutcome;
import dev.boxoffice.seat.allocation.claims.SeatClaims;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldOutcome;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.load.HoldsInFlight;
import dev.boxoffice.seat.guard.Visitor;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowTerms;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Holds seats for a buyer, all of them or none. Redis is asked first and may refuse; whether the
 * seats are held is decided by the database. No connection of the database is held while Redis is
 * asked.
 */
@Component
public class HoldSeats {
  /** Once, and once more without the claims that turned out dead. */
  private static final int CLAIMS_MAX = 2;

  private final Doors doors;
  private final HoldsInFlight inFlight;
  private final SeatClaims claims;
  private final SecondLook secondLook;
  private final GrantUnlessStranding grantUnlessStranding;

  HoldSeats(
      Doors doors,
      HoldsInFlight inFlight,
      SeatClaims claims,
      SecondLook secondLook,
      GrantUnlessStranding grantUnlessStranding) {
    this.doors = doors;
    this.inFlight = inFlight;
    this.claims = claims;
    this.secondLook = secondLook;
    this.grantUnlessStranding = grantUnlessStranding;
  }

  public HoldOutcome hold(HoldRequest request, Visitor visitor) {
    return switch (doors.enter(
        request.showId(), request.userId(), visitor, request.admissionToken())) {
      case Doors.Passage.Shut(HoldOutcome why) -> why;
      case Doors.Passage.Open(ShowTerms terms) -> holdBehindDoors(request, terms);
    };
  }

  /** For a buyer who has been let in: a second try of one request passes no door again. */
  public HoldOutcome holdBehindDoors(HoldRequest request, ShowTerms terms) {
    List<SeatId> unknown = request.seatIds().stream().filter(seatId -> !terms.has(seatId)).toList();
    if (!unknown.isEmpty()) {
      return new HoldOutcome.SeatNotFound(unknown);
    }
    try (var _ = inFlight.enter()) {
      return claimAndGrant(request, terms, 1);
    }
  }

  private HoldOutcome claimAndGrant(HoldRequest request, ShowTerms terms, int claim) {
    HoldId holdId = HoldId.random();
    return switch (claims.claim(request.showId(), holdId, request.seatIds())) {
      case ClaimOutcome.Claimed _ -> grantClaimed(holdId, request, terms);
      case ClaimOutcome.Unknown _ -> grantUnclaimed(holdId, request, terms);
      case ClaimOutcome.Refused refused -> refuse(request, refused, terms, claim);
    };
  }

  private HoldOutcome grantClaimed(HoldId holdId, HoldRequest request, ShowTerms terms) {
    boolean mayBeHeld = true;
    try {
      HoldOutcome outcome = grantUnlessStranding.grant(holdId, request, terms);
      mayBeHeld = outcome instanceof HoldOutcome.Held;
      return outcome;
    } catch (UnavailableException e) {
      // What was sent away before it began is not held; of what was lost on the way, nobody knows.
      mayBeHeld = e.getCause() != null;
      throw e;
    } finally {
      if (!mayBeHeld) {
        claims.drop(request.showId(), holdId, request.seatIds());
      }
    }
  }

  private HoldOutcome grantUnclaimed(HoldId holdId, HoldRequest request, ShowTerms terms) {
    // Redis may have heard of the claim and only its answer is lost.
    try (var _ = inFlight.enterWithoutRedis()) {
      return grantClaimed(holdId, request, terms);
    }
  }

  private HoldOutcome refuse(
      HoldRequest request, ClaimOutcome.Refused refused, ShowTerms terms, int claim) {
    return switch (secondLook.look(request, refused, terms)) {
      case SecondLook.Verdict.Taken(List<SeatId> seatIds, var dead) -> {
        claims.drop(request.showId(), dead);
        yield new HoldOutcome.SeatsTaken(seatIds);
      }
      case SecondLook.Verdict.AskDatabase _ ->
          grantUnlessStranding.grant(HoldId.random(), request, terms);
      case SecondLook.Verdict.ClaimsDead(var dead) -> {
        claims.drop(request.showId(), dead);
        yield claim < CLAIMS_MAX
            ? claimAndGrant(request, terms, claim + 1)
            : new HoldOutcome.SeatsTaken(
                request.seatIds().stream().filter(dead::containsKey).toList());
      }
    };
  }
}
