package dev.boxoffice.ticket.printing;

import com.google.zxing.EncodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.detector.Detector;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * A QR code at error correction level H: readable with three tenths of it creased or wet. The quiet
 * zone of {@value #QUIET_ZONE} modules belongs to it.
 */
public final class QrCode {

  static final int QUIET_ZONE = 4;

  private static final int MASKS = 8;

  /** Pixels a module in the drawing that is tried: with fewer, false finder patterns hide. */
  private static final int TRIAL_SCALE = 7;

  private static final int PNG_PIXELS_MIN = 480;

  private final ByteMatrix modules;

  private QrCode(ByteMatrix modules) {
    this.modules = modules;
  }

  /**
   * The code of a text, in the smallest size that holds it. The rules for choosing one of the eight
   * masks cost ten times as much as drawing and let through what matters: in one of 60 codes the
   * data looks so much like a finder pattern that ZXing, which many scanners are made of, never
   * finds the code. So the first mask is taken with which it does.
   */
  public static QrCode of(String text) {
    var first = encoded(text, 0);
    if (canBeFound(first)) {
      return new QrCode(first);
    }
    return new QrCode(
        IntStream.range(1, MASKS)
            .mapToObj(mask -> encoded(text, mask))
            .filter(QrCode::canBeFound)
            .findFirst()
            .orElse(first));
  }

  private static ByteMatrix encoded(String text, int mask) {
    try {
      var hints = Map.of(EncodeHintType.QR_MASK_PATTERN, mask);
      return Encoder.encode(text, ErrorCorrectionLevel.H, hints).getMatrix();
    } catch (WriterException e) {
      throw new IllegalStateException("no QR code holds %d characters".formatted(text.length()), e);
    }
  }

  private static boolean canBeFound(ByteMatrix modules) {
    var drawing = new BitMatrix((modules.getWidth() + 2 * QUIET_ZONE) * TRIAL_SCALE);
    new QrCode(modules)
        .forEachDarkRun(
            (x, y, length) ->
                drawing.setRegion(
                    x * TRIAL_SCALE, y * TRIAL_SCALE, length * TRIAL_SCALE, TRIAL_SCALE));
    try {
      return new Detector(drawing).detect().getBits().getWidth() == modules.getWidth();
    } catch (NotFoundException | FormatException e) {
      return false;
    }
  }

  /** Modules along one side, with the quiet zones. */
  int sideModules() {
    return modules.getWidth() + 2 * QUIET_ZONE;
  }

  /** Gives every run of dark modules in a row, from the top left corner of the quiet zone. */
  void forEachDarkRun(DarkRun run) {
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int start = x;
        while (x < modules.getWidth() && modules.get(x, y) == 1) {
          x++;
        }
        if (x > start) {
          run.draw(start + QUIET_ZONE, y + QUIET_ZONE, x - start);
        } else {
          x++;
        }
      }
    }
  }

  /** Black on white, whole pixels a module, at least {@value #PNG_PIXELS_MIN} pixels wide. */
  public byte[] png() {
    int scale = Math.ceilDiv(PNG_PIXELS_MIN, sideModules());
    int side = sideModules() * scale;
    var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    var graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, side, side);
    graphics.setColor(Color.BLACK);
    forEachDarkRun(
        (x, y, length) -> graphics.fillRect(x * scale, y * scale, length * scale, scale));
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", bytes)) {
        throw new IllegalStateException("this Java platform writes no PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** One path in a view box of one unit a module; scales to any size. */
  public String svg() {
    var path = new StringBuilder();
    forEachDarkRun(
        (x, y, length) ->
            path.append('M')
                .append(x)
                .append(' ')
                .append(y)
                .append('h')
                .append(length)
                .append("v1h-")
                .append(length)
                .append('z'));
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="480" height="480" viewBox="0 0 %1$d %1$d" \
        shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
        """
        .formatted(sideModules(), path);
  }

  /** Takes a run of dark modules. */
  @FunctionalInterface
  interface DarkRun {
    void draw(int x, int y, int length);
  }
}
