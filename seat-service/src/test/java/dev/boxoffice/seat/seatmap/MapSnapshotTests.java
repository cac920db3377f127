package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.sale.SeatIdBase;
import dev.boxoffice.seat.sale.SectionId;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MapSnapshotTests {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
  private static final SeatPlan PLAN =
      new SeatPlan(
          new ShowId(UUID.randomUUID()),
          UUID.randomUUID(),
          new SeatIdBase(new UUID(1, 0)),
          0,
          "{",
          Stream.generate(
                  () ->
                      new SectionPlan(
                          new SectionId(UUID.randomUUID()),
                          0,
                          new byte[0],
                          new byte[0],
                          new int[0]))
              .limit(2)
              .toList());

  @Test
  void otherPricesHaveAnotherTagEvenWhereTheirHashIsTheSame() {
    List<Long> before = List.of(100L, 200L);
    List<Long> after = List.of(101L, 169L);
    assertThat(after.hashCode()).isEqualTo(before.hashCode());

    assertThat(tag(after)).isNotEqualTo(tag(before));
    assertThat(tag(List.copyOf(before))).isEqualTo(tag(before));
  }

  private static String tag(List<Long> prices) {
    return new MapSnapshot(PLAN, 5, AT, SeatStates.untouched(0), prices)
        .entityTag(Encoding.IDENTITY);
  }
}
