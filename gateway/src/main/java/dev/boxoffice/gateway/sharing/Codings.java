package dev.boxoffice.gateway.sharing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which content codings a client takes, of those that our services have. Answers are kept apart by
 * this and not by the words of {@code Accept-Encoding}, of which every browser has its own.
 */
enum Codings {
  BROTLI_AND_GZIP("br, gzip"),
  BROTLI("br"),
  GZIP("gzip"),
  NONE("identity");

  private final String asked;

  Codings(String asked) {
    this.asked = asked;
  }

  /** As the service is asked. */
  String asked() {
    return asked;
  }

  /** What a weight says beyond "not at all" is lost: any coding that is taken may be given. */
  static Codings accepted(@Nullable String acceptEncoding) {
    if (acceptEncoding == null) {
      return NONE;
    }
    boolean brotli = false;
    boolean gzip = false;
    for (String part : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
      int weight = part.indexOf(';');
      if (weight < 0 || !isZero(part.substring(weight + 1))) {
        String coding = (weight < 0 ? part : part.substring(0, weight)).strip();
        brotli |= coding.equals("br");
        gzip |= coding.equals("gzip");
      }
    }
    if (brotli) {
      return gzip ? BROTLI_AND_GZIP : BROTLI;
    }
    return gzip ? GZIP : NONE;
  }

  /** A weight that cannot be read counts as a refusal. */
  private static boolean isZero(String parameter) {
    String weight = parameter.strip();
    return !weight.matches("q=(1(\\.0{0,3})?|0\\.[0-9]{0,2}[1-9][0-9]{0,2})");
  }
}
