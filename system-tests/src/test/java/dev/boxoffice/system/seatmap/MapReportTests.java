package dev.boxoffice.system.seatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapReportTests {
  private static final MapSettings SETTINGS =
      new MapSettings(Duration.ofSeconds(8), Duration.ofSeconds(5), List.of(16_000), 64);

  @Test
  void comparesTheGatewayWithAProxyAndTheServiceWithFiles() {
    MapReport report =
        new MapReport(
            SETTINGS,
            List.of(new MapReport.Size(16_000, 2_500_000, 300_000, 60_000, 9, 200, 60)),
            List.of(
                reading(Way.SEAT_SERVICE, Form.FULL, 4_900, 60_000),
                reading(Way.NGINX_STATIC, Form.FULL, 10_000, 60_000),
                reading(Way.GATEWAY, Form.FULL, 6_000, 60_000),
                reading(Way.NGINX_PROXY, Form.FULL, 10_000, 60_000),
                reading(Way.SEAT_SERVICE, Form.NOT_MODIFIED, 20_000, 300),
                reading(Way.NGINX_STATIC, Form.NOT_MODIFIED, 80_000, 300),
                reading(Way.SEAT_SERVICE, Form.SECTIONS, 20_000, 900),
                reading(Way.NGINX_STATIC, Form.SECTIONS, 80_000, 900)));

    assertThat(report.text())
        .contains("wrk with 64 connections, 8 s a measurement after 5 s of warm-up")
        .contains("br 60,000 B")
        .contains(
            "reached      16,000 seats, full map: gateway / nginx, proxy of those: 0.60 (>= 0.5)")
        .contains("NOT REACHED  16,000 seats, full map: seat-service / nginx, files: 0.49 (>= 0.5)")
        .contains("reached      16,000 seats, 304: seat-service / nginx, files: 0.25 (>= 0.2)")
        .contains("sections: seat-service / nginx, files: 0.25");
  }

  @Test
  void wantsNothingOfSmallBodies() {
    MapReport report =
        new MapReport(
            SETTINGS,
            List.of(),
            List.of(
                reading(Way.SEAT_SERVICE, Form.FULL, 1, 5_000),
                reading(Way.NGINX_STATIC, Form.FULL, 10, 5_000)));

    assertThat(report.verdicts()).singleElement().satisfies(v -> assertThat(v.target()).isEmpty());
  }

  @Test
  void refusesToMeasureNothing() {
    assertThatThrownBy(
            () -> new MapSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), List.of(), 1))
        .hasMessageContaining("nothing to measure");
  }

  private static Reading reading(Way way, Form form, double perSecond, double bytes) {
    return new Reading(way, form, 16_000, perSecond, 5, bytes, 0, 3);
  }
}
