package dev.boxoffice.seat.allocation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.allocation.rules.House.Seat;
import dev.boxoffice.seat.allocation.rules.House.Section;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One row of seats before the stage, by what happens in it. */
class PictureTests {
  private static final Stage STAGE = new Stage(0, 0);
  private static final Wish PAIR = new Wish(2, null, null, false);

  @Test
  void aSeatIsStrandedBetweenTwoPartiesAndAtTheEndOfARow() {
    assertThat(row(".......").strandedBy(List.of(1, 2, 4))).containsExactly(0, 3);
    assertThat(row("..x....").strandedBy(List.of(4, 5))).containsExactly(3, 6);
  }

  @Test
  void whoWasSingleBeforeIsNobodysFault() {
    assertThat(row(".x..x.").strandedBy(List.of(2, 3))).isEmpty();
  }

  @Test
  void threeSeatsMayBeLeftToOneWhenThereIsNothingElseForTwo() {
    assertThat(row("...x.").couldStrandNone(List.of(0, 1))).isFalse();
    assertThat(row("...x..").couldStrandNone(List.of(0, 1))).isTrue();
    assertThat(row("...x..").best(PAIR, 9)).extracting(Place::seats).containsExactly(List.of(4, 5));
    assertThat(row("...x.").best(PAIR, 9)).extracting(Place::seats).containsExactly(List.of(0, 1));
  }

  @Test
  void whoTakesSeatsApartMustDoWithoutStrandingForEachPart() {
    assertThat(row("....").strandedBy(List.of(0, 2))).containsExactly(1, 3);
    assertThat(row("....").couldStrandNone(List.of(0, 2))).isTrue();
  }

  @Test
  void thereIsOneWheelchairToAPartyAndCompanySitsBesideIt() {
    assertThat(row("..wc.ww").best(new Wish(2, null, null, true), 1))
        .extracting(Place::seats)
        .containsExactly(List.of(2, 3));
    assertThat(row("..wc.ww").best(new Wish(1, null, null, true), 9))
        .extracting(Place::seats)
        .containsExactly(List.of(2), List.of(5), List.of(6));
    assertThat(row("..wc.ww").best(PAIR, 9))
        .extracting(Place::seats)
        .containsExactly(List.of(0, 1));
  }

  @Test
  void whatWasOfferedOnOneSideOfASeatCountsOnTheOther() {
    Picture betweenTwo =
        picture(
            ".....",
            List.of(
                new Section(Hall.id("Left"), "A", false, 0, 2),
                new Section(Hall.id("Middle"), "B", false, 2, 1),
                new Section(Hall.id("Right"), "A", false, 3, 2)));

    assertThat(betweenTwo.best(new Wish(2, null, "A", false), 9))
        .extracting(Place::seats)
        .containsExactly(List.of(0, 1));
  }

  /** A free seat is a dot, a taken one an x; w is accessible and c its companion's, both free. */
  private static Picture row(String drawing) {
    return picture(drawing, List.of(new Section(Hall.id("Row"), "A", false, 0, drawing.length())));
  }

  private static Picture picture(String drawing, List<Section> sections) {
    List<Seat> seats = new ArrayList<>();
    BitSet free = new BitSet();
    for (int i = 0; i < drawing.length(); i++) {
      char kind = drawing.charAt(i);
      int right = i == drawing.length() - 1 ? House.NOBODY : i + 1;
      seats.add(new Seat(right, 10 * i, 5, kind == 'w', kind == 'c'));
      free.set(i, kind != 'x');
    }
    return new Picture(new House(sections, seats, STAGE), free, true);
  }
}
