package dev.boxoffice.gateway.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodingsTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br, zstd | BROTLI_AND_GZIP",
        "gzip,br | BROTLI_AND_GZIP",
        "BR | BROTLI",
        "br;q=0.3, gzip ; q=0.001 | BROTLI_AND_GZIP",
        "gzip, br;q=0 | GZIP",
        "gzip;q=0.000 | NONE",
        "gzip;q=nonsense | NONE",
        "identity | NONE",
        "brotli, xgzip | NONE",
        "deflate | NONE"
      })
  void readsWhatAClientTakes(String acceptEncoding, Codings codings) {
    assertThat(Codings.accepted(acceptEncoding)).isEqualTo(codings);
  }

  @Test
  void takesSilenceForNone() {
    @Nullable String silence = null;

    assertThat(Codings.accepted(silence)).isEqualTo(Codings.NONE);
  }
}
