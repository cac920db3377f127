package dev.boxoffice.seat.guard;

import static dev.boxoffice.seat.guard.TestGuard.PLENTY;
import static dev.boxoffice.seat.guard.TestGuard.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChallengesTests {
  private final MovableClock clock = new MovableClock();
  private final Challenges challenges = new Challenges(settings(PLENTY, PLENTY, PLENTY), clock);
  private final Challenge challenge = challenges.issue("asha");

  @Test
  void givesOutWhatAClientNeeds() {
    assertThat(challenge.algorithm()).isEqualTo("SHA-256");
    assertThat(challenge.difficulty()).isEqualTo(8);
    assertThat(challenge.expiresAt()).isEqualTo("2026-11-23T10:02:00Z");
    assertThat(challenges.issue("asha").salt()).isNotEqualTo(challenge.salt());
  }

  @Test
  void takesItsOwnChallengeSolvedInTime() {
    String solution = ProofOfWork.solve(challenge);

    assertThat(challenges.solved("asha", solution))
        .isEqualTo(new Challenges.Solved(challenge.salt(), Duration.ofMinutes(2)));
    clock.advance(Duration.ofSeconds(119));
    assertThat(challenges.solved("asha", solution)).isNotNull();
    clock.advance(Duration.ofSeconds(1));
    assertThat(challenges.solved("asha", solution)).isNull();
  }

  @Test
  void takesNoChallengeThatIsAltered() {
    String later = "2026-11-23T11:02:00Z";
    List<Challenge> altered =
        List.of(
            new Challenge(
                "SHA-256", challenge.salt(), 1, challenge.expiresAt(), challenge.signature()),
            new Challenge("SHA-256", challenge.salt(), 8, later, challenge.signature()),
            new Challenge(
                "SHA-256", "A".repeat(22), 8, challenge.expiresAt(), challenge.signature()),
            new Challenge("SHA-256", challenge.salt(), 8, challenge.expiresAt(), "A".repeat(43)));

    for (Challenge one : altered) {
      assertThat(challenges.solved("asha", ProofOfWork.solve(one))).as("" + one).isNull();
    }
    assertThat(challenges.solved("ben", ProofOfWork.solve(challenge))).isNull();
  }

  @Test
  void takesNoChallengeSignedWithAnotherKey() {
    Challenges elsewhere =
        new Challenges(settings(PLENTY, PLENTY, PLENTY, UUID.randomUUID().toString()), clock);

    assertThat(challenges.solved("asha", ProofOfWork.solve(elsewhere.issue("asha")))).isNull();
  }

  @Test
  void takesNoNumberThatWasNotWorkedFor() {
    String solution = ProofOfWork.solve(challenge);
    String withoutNonce = solution.substring(0, solution.lastIndexOf('.') + 1);
    long right =
        java.util.stream.IntStream.range(0, 1_000)
            .filter(nonce -> challenges.solved("asha", withoutNonce + nonce) != null)
            .count();

    // One number in 256 will do.
    assertThat(right).isLessThan(30);
  }

  @Test
  void passesOverWhatIsNoSolution() {
    for (String text :
        new String[] {
          "", ".", "....", "a.b.c.d.e", ProofOfWork.solve(challenge) + ".1", "x".repeat(5_000)
        }) {
      assertThat(challenges.solved("asha", text)).as(text).isNull();
    }
    assertThat(challenges.solved("asha", null)).isNull();
    String impossibleDay = ProofOfWork.solve(challenge).replace("2026-11-23", "2026-99-99");
    assertThat(challenges.solved("asha", impossibleDay)).isNull();
  }

  @Test
  void countsZeroBits() {
    // SHA-256 of "abc" begins with ba; of "hello" with 2c; of the number below with 00.
    assertThat(Challenges.zeroBits("abc")).isZero();
    assertThat(Challenges.zeroBits("hello")).isEqualTo(2);
  }
}
