package dev.boxoffice.seat.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.sale.Layout.Seat;
import dev.boxoffice.seat.sale.Layout.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class OverbookedLayoutTests {
  @Property
  void neverAddsMoreThanAllowedOrThanStayAway(
      @ForAll @IntRange(min = 0, max = 100_000) int capacity,
      @ForAll @IntRange(min = -5, max = 100) int noShowPercent,
      @ForAll @IntRange(min = 0, max = 100) int percentMax) {
    int added =
        Overbook.added(
            capacity,
            BigDecimal.valueOf(noShowPercent).movePointLeft(2),
            BigDecimal.valueOf(percentMax));

    assertThat(added).isBetween(0, capacity);
    assertThat(100L * added).isLessThanOrEqualTo((long) capacity * percentMax);
    assertThat(100L * added).isLessThanOrEqualTo((long) capacity * Math.max(0, noShowPercent));
    if (noShowPercent >= percentMax) {
      assertThat(added).isEqualTo((int) ((long) capacity * percentMax / 100));
    }
  }

  @Example
  void seatsBehindAnEnlargedAreaKeepTheirNeighbours() {
    Layout layout =
        new Layout(
            List.of(section("Floor", true), section("Balcony", false)),
            List.of(place(0, "1"), place(0, "2"), seat(1, "1", -1, 3), seat(1, "2", 2, -1)));

    Layout sold = Overbook.enlarge(layout, capacity -> capacity);

    assertThat(sold.seats()).extracting(Seat::number).containsExactly("1", "2", "3", "4", "1", "2");
    assertThat(sold.seats()).extracting(Seat::section).containsExactly(0, 0, 0, 0, 1, 1);
    assertThat(sold.seats().get(4).right()).isEqualTo(5);
    assertThat(sold.seats().get(5).left()).isEqualTo(4);
    assertThat(sold.seats().get(4).left()).isEqualTo(-1);
  }

  @Example
  void numberedSeatsAreNeverOversold() {
    Layout layout =
        new Layout(
            List.of(section("Balcony", false)),
            IntStream.range(0, 50)
                .mapToObj(n -> seat(0, "" + n, n - 1, n == 49 ? -1 : n + 1))
                .toList());

    assertThat(Overbook.enlarge(layout, capacity -> capacity)).isEqualTo(layout);
  }

  private static Section section(String name, boolean standing) {
    return new Section(UUID.randomUUID(), name, null, "A", standing);
  }

  private static Seat place(int section, String number) {
    return new Seat(section, null, number, 1, 2, null, -1, -1, null, null, null);
  }

  private static Seat seat(int section, String number, int left, int right) {
    return new Seat(section, "A", number, 1, 2, null, left, right, null, null, null);
  }
}
