package dev.boxoffice.local.launcher.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceListTests {

  private static final List<String> CATEGORIES = List.of("Gold", "Silver", "Standing");

  @Test
  void asksMostForTheFirstCategory() {
    assertThat(new PriceList(Map.of(), null, 50_000).of(CATEGORIES))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Gold", 150_000L, "Silver", 100_000L, "Standing", 50_000L));
  }

  @Test
  void asksWhatIsWanted() {
    assertThat(new PriceList(Map.of("Gold", 900L), 500L, 50_000).of(CATEGORIES))
        .containsExactlyInAnyOrderEntriesOf(Map.of("Gold", 900L, "Silver", 500L, "Standing", 500L));
  }

  @Test
  void saysWhichCategoryThePlanDoesNotHave() {
    assertThatThrownBy(() -> new PriceList(Map.of("Golden", 900L), null, 50_000).of(CATEGORIES))
        .hasMessage(
            "--price names \"Golden\", but the plan's categories are Gold, Silver, Standing");
  }
}
