package dev.boxoffice.system.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.boxoffice.system.race.history.BookingRecord.Status;
import org.junit.jupiter.api.Test;

class CrashCaseTests {

  @Test
  void areAllPointsWithAllThatTheProviderMayDo() {
    assertThat(CrashCase.all()).doesNotHaveDuplicates().hasSize(78 * 3 * 4);
  }

  @Test
  void leaveOutWhatIsNoMomentOfItsOwnWhereAHaltIsDear() {
    assertThat(CrashCase.undisturbed(Story.PAYS))
        .hasSize(9)
        .last()
        .isEqualTo(plain("what follows CAPTURE is recorded"));
    assertThat(CrashCase.undisturbed(Story.CANCELS)).hasSize(8);
  }

  @Test
  void areDescribedToTheProviderByTheirCards() {
    assertThat(new CrashCase(Story.CANCELS, "revoking is begun", "answer_lost", "twice").card())
        .isEqualTo("pm_card_visa.refund_answer_lost.webhook_twice");
    assertThat(CrashCase.undisturbed(Story.IS_DECLINED).getFirst().card())
        .isEqualTo("pm_card_visa_chargeDeclined");
  }

  @Test
  void mayLoseTheirHoldsToTheClockUntilTheSeatsAreBooked() {
    assertThat(plain("AUTHORISE is begun").ends(false))
        .containsOnly(Status.CONFIRMED, Status.FAILED);
    assertThat(plain("AUTHORISE is begun").ends(true)).containsOnly(Status.CONFIRMED);
    assertThat(plain("BOOK has had its effect").ends(false)).containsOnly(Status.CONFIRMED);
  }

  @Test
  void cannotDieWhereTheyNeverCome() {
    assertThatThrownBy(() -> plain("UNPAY is begun")).hasMessageContaining("UNPAY is begun");
  }

  private static CrashCase plain(String point) {
    return new CrashCase(Story.PAYS, point, "", "");
  }
}
