package dev.boxoffice.event.seatingplan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.event.seatingplan.RowLabel.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowLabelTests {
  @ParameterizedTest
  @CsvSource({
    "A, B, UP",
    "L, K, DOWN",
    "1, 2, UP",
    "10, 9, DOWN",
    "Z, AA, UP",
    "AA, AB, UP",
    "AA, BB, UP",
    "CC, BB, DOWN",
    "Row 1, Row 2, UP",
    "Row A, Row B, UP",
    "क, ख, UP",
    "A, A, SAME",
    "A, C, NONE",
    "A, 2, NONE",
    "F, A, NONE",
    "Row 1, Box 2, NONE",
    "'', '', NONE",
    "Orchestra, Balcony, NONE",
  })
  void oneLabelFollowsAnother(String from, String to, Step step) {
    assertThat(RowLabel.step(from, to)).isEqualTo(step);
  }
}
