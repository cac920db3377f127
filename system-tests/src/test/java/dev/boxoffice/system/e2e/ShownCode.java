package dev.boxoffice.system.e2e;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.imageio.ImageIO;

/** A code on a screen, as a scanner at the door reads it. */
final class ShownCode {
  private ShownCode() {}

  static String read(byte[] png) {
    try {
      BufferedImage image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
      int width = image.getWidth();
      int height = image.getHeight();
      int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
      var bitmap =
          new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
      return new QRCodeReader().decode(bitmap).getText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NotFoundException e) {
      throw new IllegalStateException("there is no code on the screen", e);
    } catch (ReaderException e) {
      throw new IllegalStateException("the code on the screen cannot be read", e);
    }
  }
}
