package dev.boxoffice.ticket.printing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ResultMetadataType;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTests {

  private static final int CODES = 300;
  private static final int STAINED_CODES = 50;
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");

  private final Random random = new Random(11);

  @Test
  void drawsAPngThatAScannerReadsAtLevelH() {
    var code = ticketCode();
    var result = Pictures.qrCode(Pictures.image(QrCode.of(code).png()));
    assertThat(result.getText()).isEqualTo(code);
    assertThat(result.getResultMetadata())
        .containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "H");
  }

  @Test
  void drawsAtLeast300PixelsAndAQuietZone() {
    var image = Pictures.image(QrCode.of(ticketCode()).png());
    assertThat(image.getWidth()).isGreaterThanOrEqualTo(300).isEqualTo(image.getHeight());
    int quiet = image.getWidth() * QrCode.QUIET_ZONE / QrCode.of(ticketCode()).sideModules();
    for (int i = 0; i < image.getWidth(); i++) {
      assertThat(image.getRGB(i, quiet - 1)).isEqualTo(Color.WHITE.getRGB());
      assertThat(image.getRGB(quiet - 1, i)).isEqualTo(Color.WHITE.getRGB());
    }
  }

  @Test
  void isReadableWhateverItSays() {
    for (int i = 0; i < CODES; i++) {
      var code = ticketCode();
      assertThat(Pictures.text(QrCode.of(code).png())).isEqualTo(code);
    }
  }

  @Test
  void survivesAStainAcrossItsMiddle() {
    int readable = 0;
    for (int i = 0; i < STAINED_CODES; i++) {
      var code = ticketCode();
      var image = Pictures.image(QrCode.of(code).png());
      var graphics = image.createGraphics();
      graphics.setColor(Color.WHITE);
      int width = image.getWidth();
      graphics.fillOval(width / 3, width / 3, width / 4, width / 4);
      graphics.dispose();
      readable += Pictures.canBeRead(image, code) ? 1 : 0;
    }
    assertThat(readable).isGreaterThan(STAINED_CODES * 9 / 10);
  }

  @Test
  void drawsTheSameCodeAsSvg() {
    var code = ticketCode();
    var svg = QrCode.of(code).svg();
    int modules = QrCode.of(code).sideModules();
    assertThat(svg).contains("viewBox=\"0 0 %1$d %1$d\"".formatted(modules));

    int scale = 6;
    var image = new BufferedImage(modules * scale, modules * scale, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(Color.BLACK);
    var run = RUN.matcher(svg);
    while (run.find()) {
      graphics.fillRect(
          Integer.parseInt(run.group(1)) * scale,
          Integer.parseInt(run.group(2)) * scale,
          Integer.parseInt(run.group(3)) * scale,
          scale);
    }
    graphics.dispose();
    assertThat(Pictures.qrCode(image).getText()).isEqualTo(code);
  }

  private String ticketCode() {
    var letters = new StringBuilder();
    for (int i = 0; i < 194; i++) {
      letters.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(random.nextInt(32)));
    }
    return letters.toString();
  }
}
