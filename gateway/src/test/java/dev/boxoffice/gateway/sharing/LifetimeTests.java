package dev.boxoffice.gateway.sharing;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

class LifetimeTests {
  private static final SharingSettings SETTINGS =
      new SharingSettings(
          ofSeconds(2),
          ofSeconds(5),
          ofMillis(100),
          DataSize.ofMegabytes(1),
          DataSize.ofKilobytes(9),
          DataSize.ofKilobytes(9));

  @Test
  void isWhatTheServiceSays() {
    assertThat(of(200, "max-age=1, public")).isEqualTo(new Lifetime(ofSeconds(1), ofSeconds(0)));
    assertThat(of(200, "public, max-age=2, stale-while-revalidate=3"))
        .isEqualTo(new Lifetime(ofSeconds(2), ofSeconds(3)));
    assertThat(of(200, "public, max-age=2, s-maxage=1"))
        .isEqualTo(new Lifetime(ofSeconds(1), ofSeconds(0)));
  }

  @Test
  void isNeverLongerThanTheGatewayAllows() {
    assertThat(of(200, "max-age=31536000, public, immutable, stale-while-revalidate=86400"))
        .isEqualTo(new Lifetime(ofSeconds(2), ofSeconds(5)));
  }

  @Test
  void letsNothingStandInThatMustBeAskedForAgain() {
    assertThat(of(200, "public, max-age=2, stale-while-revalidate=5, must-revalidate"))
        .isEqualTo(new Lifetime(ofSeconds(2), ofSeconds(0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "max-age=2",
        "public",
        "public, max-age=0",
        "public, max-age=-1",
        "public, max-age=2, s-maxage=0",
        "public, max-age=abc",
        "private, max-age=2",
        "public, private, max-age=2",
        "public, max-age=2, no-store",
        "public, max-age=2, no-cache"
      })
  void isNoneForWhatDoesNotSayThatItMayBeShared(String cacheControl) {
    assertThat(of(200, cacheControl)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 203, 206, 301, 304, 400, 401, 404, 410, 429, 500, 503})
  void isNoneForAllButPlainSuccess(int status) {
    assertThat(of(status, "public, max-age=2")).isNull();
  }

  @Test
  void isNoneForWhatIsSomebodysOrVariesByMoreThanCoding() {
    HttpHeaders cookie = headers("public, max-age=2");
    cookie.add("Set-Cookie", "session=1");
    HttpHeaders varying = headers("public, max-age=2");
    varying.add("Vary", "accept-encoding, Authorization");
    HttpHeaders byAnything = headers("public, max-age=2");
    byAnything.add("Vary", "*");

    assertThat(Lifetime.of(200, cookie, SETTINGS)).isNull();
    assertThat(Lifetime.of(200, varying, SETTINGS)).isNull();
    assertThat(Lifetime.of(200, byAnything, SETTINGS)).isNull();
  }

  private static @Nullable Lifetime of(int status, String cacheControl) {
    return Lifetime.of(status, headers(cacheControl), SETTINGS);
  }

  private static HttpHeaders headers(String cacheControl) {
    HttpHeaders headers = new HttpHeaders();
    headers.add("Cache-Control", cacheControl);
    headers.add("Vary", "Accept-Encoding");
    return headers;
  }
}
