package dev.boxoffice.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTokensTests {

  private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");
  private static final Duration LIFE = Duration.ofHours(2);

  @TempDir Path folder;
  private LocalSecrets secrets;

  @BeforeEach
  void makeKey() {
    secrets = LocalSecrets.in(StateDir.at(folder).created());
  }

  @Test
  void areOfLoadOneToLoadN() throws Exception {
    List<String> tokens = at(NOW, "http://localhost:9000").take(3, List.of(), LIFE);

    assertThat(tokens).hasSize(3);
    assertThat(SignedJWT.parse(tokens.get(0)).getJWTClaimsSet().getSubject()).isEqualTo("load-1");
    assertThat(SignedJWT.parse(tokens.get(2)).getJWTClaimsSet().getSubject()).isEqualTo("load-3");
  }

  @Test
  void areTheSameAgainWhileTheyLiveLongEnough() {
    List<String> first = at(NOW, "http://localhost:9000").take(3, List.of(), LIFE);

    var later = at(NOW.plus(Duration.ofMinutes(59)), "http://localhost:9000");
    assertThat(later.take(3, List.of(), LIFE)).isEqualTo(first);
    assertThat(later.take(2, List.of(), LIFE)).isEqualTo(first.subList(0, 2));
    assertThat(later.take(4, List.of(), LIFE)).hasSize(4).containsAll(first);
  }

  @Test
  void areNewWhenTheOldOnesAreHalfGone() {
    List<String> first = at(NOW, "http://localhost:9000").take(1, List.of(), LIFE);

    var later = at(NOW.plus(Duration.ofMinutes(61)), "http://localhost:9000");
    assertThat(later.take(1, List.of(), LIFE)).doesNotContainAnyElementsOf(first);
  }

  @Test
  void areNotThoseOfAnotherIssuerOrOtherRoles() {
    List<String> first = at(NOW, "http://localhost:9000").take(1, List.of(), LIFE);

    assertThat(at(NOW, "http://localhost:9001").take(1, List.of(), LIFE)).isNotEqualTo(first);
    assertThat(at(NOW, "http://localhost:9000").take(1, List.of("STAFF"), LIFE))
        .isNotEqualTo(first);
  }

  private LoadTokens at(Instant now, String issuer) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    TokenMint mint = TokenMint.of(URI.create(issuer), secrets.issuerKey(), clock);
    return new LoadTokens(mint, folder.resolve("tokens"), clock);
  }
}
