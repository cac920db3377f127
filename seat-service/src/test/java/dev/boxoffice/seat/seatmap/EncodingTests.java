package dev.boxoffice.seat.seatmap;

import static dev.boxoffice.seat.seatmap.Encoding.BROTLI;
import static dev.boxoffice.seat.seatmap.Encoding.GZIP;
import static dev.boxoffice.seat.seatmap.Encoding.IDENTITY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class EncodingTests {
  private static final byte[] BODY = "{\"seats\":[]}".repeat(100).getBytes(UTF_8);

  @Test
  void prefersBrotliOfWhatIsAccepted() {
    assertThat(Encoding.accepted("gzip, deflate, br")).isEqualTo(BROTLI);
    assertThat(Encoding.accepted("gzip")).isEqualTo(GZIP);
    assertThat(Encoding.accepted("*")).isEqualTo(BROTLI);
  }

  @Test
  void obeysWeightsAndRefusals() {
    assertThat(Encoding.accepted("br;q=0.2, gzip;q=0.8")).isEqualTo(GZIP);
    assertThat(Encoding.accepted("br;q=0, gzip;q=0")).isEqualTo(IDENTITY);
    assertThat(Encoding.accepted("br;q=0, *;q=0.5")).isEqualTo(GZIP);
    assertThat(Encoding.accepted("br ; q=0.5, gzip ; q=1.0")).isEqualTo(GZIP);
    assertThat(Encoding.accepted("gzip;q=nonsense")).isEqualTo(IDENTITY);
  }

  @Test
  void sendsPlainBytesWhereNothingIsAsked() {
    assertThat(Encoding.accepted(null)).isEqualTo(IDENTITY);
    assertThat(Encoding.accepted("")).isEqualTo(IDENTITY);
    assertThat(IDENTITY.encoded(BODY)).isEqualTo(BODY);
  }

  @Test
  void isUndoneByItsDecoder() throws IOException {
    assertThat(Decoder.decompress(BROTLI.encoded(BODY)).getDecompressedData()).isEqualTo(BODY);
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(GZIP.encoded(BODY)))) {
      assertThat(gzip.readAllBytes()).isEqualTo(BODY);
    }
  }
}
