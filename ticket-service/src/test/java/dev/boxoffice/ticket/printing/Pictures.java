package dev.boxoffice.ticket.printing;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Reads pictures as a scanner does. */
public final class Pictures {

  private Pictures() {}

  public static BufferedImage image(byte[] bytes) {
    try {
      return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes)), "no picture");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the one QR code in the picture says. */
  public static String text(byte[] picture) {
    return qrCode(image(picture)).getText();
  }

  static Result qrCode(BufferedImage image) {
    try {
      return scanned(image);
    } catch (ReaderException e) {
      throw new AssertionError("no QR code can be read in the picture", e);
    }
  }

  static boolean canBeRead(BufferedImage image, String text) {
    try {
      return scanned(image).getText().equals(text);
    } catch (ReaderException e) {
      return false;
    }
  }

  private static Result scanned(BufferedImage image) throws ReaderException {
    int width = image.getWidth();
    int height = image.getHeight();
    var pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true));
  }
}
