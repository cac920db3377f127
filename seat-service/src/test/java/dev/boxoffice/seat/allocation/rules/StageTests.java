package dev.boxoffice.seat.allocation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.allocation.rules.House.Seat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StageTests {
  private static final List<Seat> SEATS =
      List.of(seat(100, 200), seat(300, 200), seat(100, 400), seat(300, 400));
  private static final Shape BEHIND = rectangle(150, 500, 100, 40);

  @Test
  void isTheFrontEdgeWhereNothingIsDrawn() {
    assertThat(Stage.of(List.of(), SEATS)).isEqualTo(new Stage(200, 200));
    assertThat(Stage.of(List.of(), List.of())).isEqualTo(new Stage(0, 0));
  }

  @Test
  void isTheLargestDrawingWithNobodyInIt() {
    Shape carpet = rectangle(0, 0, 1_000, 1_000);
    Shape bar = rectangle(0, 0, 20, 20);

    assertThat(Stage.of(List.of(bar, carpet, BEHIND), SEATS)).isEqualTo(new Stage(200, 520));
    assertThat(Stage.of(List.of(carpet), SEATS)).isEqualTo(new Stage(200, 200));
  }

  @Test
  void isWhatIsCaptionedSo() {
    Shape bar = rectangle(0, 0, 900, 90);

    assertThat(Stage.of(List.of(bar, BEHIND, text("Main STAGE", 160, 510)), SEATS))
        .isEqualTo(new Stage(200, 520));
    assertThat(Stage.of(List.of(bar, text("Screen", 7, 300)), SEATS)).isEqualTo(new Stage(7, 300));
    assertThat(Stage.of(List.of(bar, text("Backstage", 7, 300)), SEATS))
        .isEqualTo(new Stage(450, 45));
    assertThat(Stage.of(List.of(bar, text("Stage Bar", 7, 300)), SEATS))
        .isEqualTo(new Stage(450, 45));
  }

  @Test
  void measuresEveryKindOfDrawing() {
    Shape circle = new Shape("circle", 600, 50, null, null, 40.0, null, null);
    Shape ellipse = new Shape("ellipse", 600, 60, 90.0, 50.0, null, null, null);
    Shape polygon =
        new Shape(
            "polygon",
            600,
            0,
            null,
            null,
            null,
            List.of(new Shape.Point(0, 0), new Shape.Point(60, 0), new Shape.Point(30, 80)),
            null);

    assertThat(Stage.of(List.of(circle), SEATS)).isEqualTo(new Stage(600, 50));
    assertThat(Stage.of(List.of(ellipse), SEATS)).isEqualTo(new Stage(600, 60));
    assertThat(Stage.of(List.of(polygon), SEATS)).isEqualTo(new Stage(630, 40));
  }

  @Test
  void seatsDrawnAlikeAreEquallyFar() {
    Stage stage = new Stage(47.25, 0);

    assertThat(stage.tenthsTo(47.25 - 15.75, 12.25))
        .isEqualTo(stage.tenthsTo(47.25 + 15.75, 12.25));
    assertThat(stage.tenthsTo(47.25, 3.04)).isEqualTo(30);
    assertThat(stage.tenthsTo(1e300, 0)).isEqualTo(Integer.MAX_VALUE);
  }

  private static Seat seat(double x, double y) {
    return new Seat(House.NOBODY, x, y, false, false);
  }

  private static Shape rectangle(double x, double y, double width, double height) {
    return new Shape("rectangle", x, y, width, height, null, null, null);
  }

  private static Shape text(@Nullable String text, double x, double y) {
    return new Shape("text", x, y, null, null, null, null, text);
  }
}
