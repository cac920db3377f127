package dev.boxoffice.seat.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class FactorsTests {
  private static final long BASE_MAX = 1_000_000_000_000L;

  @Property
  void aPriceStaysWithinItsBounds(
      @ForAll @LongRange(min = 0, max = BASE_MAX) long base, @ForAll("factors") Factors factors) {
    long price = factors.price(base);

    assertThat(BigDecimal.valueOf(price))
        .isGreaterThanOrEqualTo(BigDecimal.valueOf(base).multiply(new BigDecimal("0.7")))
        .isLessThanOrEqualTo(BigDecimal.valueOf(base).multiply(BigDecimal.valueOf(3)));
  }

  @Property
  void withinItsBoundsAPriceIsTheRoundedProduct(
      @ForAll @LongRange(min = 1, max = BASE_MAX) long base, @ForAll("factors") Factors factors) {
    BigDecimal exact =
        BigDecimal.valueOf(base)
            .multiply(factors.demand())
            .multiply(factors.time())
            .multiply(factors.inventory());
    long price = factors.price(base);

    boolean bounded =
        price == 3 * base
            || BigDecimal.valueOf(price - 1)
                    .compareTo(BigDecimal.valueOf(base).multiply(new BigDecimal("0.7")))
                < 0;
    if (!bounded) {
      assertThat(exact.subtract(BigDecimal.valueOf(price)).abs())
          .isLessThanOrEqualTo(new BigDecimal("0.5"));
    }
  }

  @Property
  void whatIsDearerStaysDearer(
      @ForAll @LongRange(min = 0, max = BASE_MAX) long one,
      @ForAll @LongRange(min = 0, max = BASE_MAX) long other,
      @ForAll("factors") Factors factors) {
    assertThat(factors.price(Math.max(one, other)))
        .isGreaterThanOrEqualTo(factors.price(Math.min(one, other)));
  }

  @Property
  void demandFollowsViewsWithinItsBounds(
      @ForAll @LongRange(min = 0, max = 1_000_000) long views,
      @ForAll @IntRange(min = 1, max = 1_000_000) int average) {
    BigDecimal demand = Factors.demand(new ShowViews.Views(views, average));

    assertThat(demand).isBetween(new BigDecimal("0.8"), new BigDecimal("2.0"));
    assertThat(Factors.demand(new ShowViews.Views(views + 1, average)))
        .isGreaterThanOrEqualTo(demand);
  }

  @Property
  void timeOnlyRises(@ForAll @LongRange(min = -1_000, max = 100_000) long hours) {
    BigDecimal factor = Factors.time(Duration.ofHours(hours));

    assertThat(factor).isBetween(new BigDecimal("0.9"), new BigDecimal("1.5"));
    assertThat(Factors.time(Duration.ofHours(hours - 1))).isGreaterThanOrEqualTo(factor);
  }

  @Property
  void theFewerSeatsAreLeftTheMoreTheyCost(
      @ForAll @IntRange(min = 1, max = 100_000) int total,
      @ForAll @IntRange(min = 0, max = 100_000) int left) {
    int available = Math.min(total, left);
    BigDecimal factor = Factors.inventory(total, available);

    assertThat(factor).isBetween(new BigDecimal("0.8"), new BigDecimal("3.0"));
    assertThat(Factors.inventory(total, Math.max(0, available - 1))).isGreaterThanOrEqualTo(factor);
  }

  @Example
  void inventoryIsTheTableOfTheHouse() {
    assertThat(inventory(50)).isEqualTo("0.8");
    assertThat(inventory(51)).isEqualTo("1.0");
    assertThat(inventory(70)).isEqualTo("1.0");
    assertThat(inventory(71)).isEqualTo("1.5");
    assertThat(inventory(85)).isEqualTo("1.5");
    assertThat(inventory(86)).isEqualTo("2.0");
    assertThat(inventory(95)).isEqualTo("2.0");
    assertThat(inventory(96)).isEqualTo("3.0");
    assertThat(Factors.inventory(0, 0)).isEqualByComparingTo("0.8");
  }

  @Example
  void demandIsNeutralWithoutAnythingToCompareWith() {
    assertThat(Factors.demand(null)).isEqualByComparingTo("1");
    assertThat(Factors.demand(new ShowViews.Views(7, 0))).isEqualByComparingTo("1");
    assertThat(Factors.demand(new ShowViews.Views(10, 3))).isEqualByComparingTo("2.0");
    assertThat(Factors.demand(new ShowViews.Views(4, 3))).isEqualByComparingTo("1.333");
  }

  @Example
  void roundsHalfUpToTheSmallestUnitOnce() {
    Factors factors = new Factors(decimal("1.333"), decimal("1.1"), decimal("1.0"));

    // 1.4663 exactly; rounding the factors one by one would give 1.33 x 1.1 = 1.463.
    assertThat(factors.price(100_000)).isEqualTo(146_630);
    assertThat(new Factors(decimal("1"), decimal("1.5"), decimal("1")).price(1)).isEqualTo(2);
    assertThat(new Factors(decimal("0.8"), decimal("0.9"), decimal("0.8")).price(1)).isEqualTo(1);
    assertThat(new Factors(decimal("0.8"), decimal("0.9"), decimal("0.8")).price(5)).isEqualTo(4);
  }

  @Provide
  Arbitrary<Factors> factors() {
    return Combinators.combine(
            Arbitraries.bigDecimals().between(decimal("0.8"), decimal("2.0")).ofScale(3),
            Arbitraries.of("0.9", "1.0", "1.1", "1.2", "1.3", "1.5").map(BigDecimal::new),
            Arbitraries.of("0.8", "1.0", "1.5", "2.0", "3.0").map(BigDecimal::new))
        .as(Factors::new);
  }

  private static String inventory(int percentGone) {
    return Factors.inventory(100, 100 - percentGone).toPlainString();
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
