package dev.boxoffice.seat.allocation.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.allocation.claims.ClaimOutcome.Claimed;
import dev.boxoffice.seat.allocation.claims.ClaimOutcome.Refused;
import dev.boxoffice.seat.allocation.claims.ClaimOutcome.Unknown;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.sale.SeatId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BallotTests {
  private static final SeatId SEAT = new SeatId(UUID.randomUUID());
  private static final SeatId OTHER_SEAT = new SeatId(UUID.randomUUID());
  private static final HoldId ASHAS = HoldId.random();
  private static final HoldId BENS = HoldId.random();

  @Test
  void aMajorityLetsThrough() {
    assertThat(decided(3, new Claimed(), new Claimed())).isEqualTo(new Claimed());
    assertThat(decided(3, new Unknown(), new Claimed(), new Claimed())).isEqualTo(new Claimed());
    assertThat(decided(5, new Claimed(), by(ASHAS), new Claimed(), by(ASHAS), new Claimed()))
        .isEqualTo(new Claimed());
    assertThat(decided(1, new Claimed())).isEqualTo(new Claimed());
  }

  @Test
  void aMajorityThatNamesOneOwnerRefuses() {
    assertThat(decided(3, by(ASHAS), by(ASHAS))).isEqualTo(by(ASHAS));
    assertThat(decided(3, new Claimed(), by(ASHAS), by(ASHAS))).isEqualTo(by(ASHAS));
    assertThat(decided(1, by(ASHAS))).isEqualTo(by(ASHAS));
    assertThat(
            decided(
                3, new Refused(Map.of(SEAT, ASHAS, OTHER_SEAT, BENS)), new Unknown(), by(ASHAS)))
        .isEqualTo(by(ASHAS));
  }

  @Test
  void whatOneNodeAloneRemembersRefusesNobody() {
    assertThat(decided(3, by(BENS), new Claimed(), new Claimed())).isEqualTo(new Claimed());
    assertThat(decided(3, by(BENS), new Claimed(), new Unknown())).isEqualTo(new Unknown());
    assertThat(decided(3, by(BENS), new Unknown(), new Unknown())).isEqualTo(new Unknown());
  }

  @Test
  void claimsThatMeetSoThatNoneHasAMajorityAreNotAllRefused() {
    assertThat(decided(3, new Claimed(), by(ASHAS), by(BENS))).isEqualTo(new Unknown());
    assertThat(decided(3, by(HoldId.random()), by(ASHAS), by(BENS))).isEqualTo(new Unknown());
    assertThat(decided(2, new Claimed(), by(ASHAS))).isEqualTo(new Unknown());
  }

  @Test
  void nothingIsDecidedWhileAMajorityMayStillAgree() {
    assertThat(decided(3, new Claimed(), by(ASHAS))).isNull();
    assertThat(decided(3, new Unknown(), new Claimed())).isNull();
    assertThat(decided(4, new Claimed(), new Claimed())).isNull();
  }

  private static Refused by(HoldId owner) {
    return new Refused(Map.of(SEAT, owner));
  }

  private static @Nullable ClaimOutcome decided(int nodes, ClaimOutcome... votes) {
    Ballot ballot = new Ballot(nodes);
    for (ClaimOutcome vote : votes) {
      ballot.add(vote);
    }
    return ballot.decision().getNow(null);
  }
}
