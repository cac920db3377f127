package dev.boxoffice.seat.seatmap;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** How a body is coded on the wire, best first. */
enum Encoding {
  BROTLI("br") {
    @Override
    byte[] encode(byte[] body) throws IOException {
      int quality = body.length <= SMALL_BYTES_MAX ? QUALITY_OF_SMALL : QUALITY_OF_LARGE;
      return Encoder.compress(body, Encoder.Parameters.create(quality));
    }
  },
  GZIP("gzip") {
    @Override
    byte[] encode(byte[] body) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 8 + 64);
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(body);
      }
      return out.toByteArray();
    }
  },
  IDENTITY("identity") {
    @Override
    byte[] encode(byte[] body) {
      return body;
    }
  };

  /** Up to here (some 8,000 seats) a body is worth the time that the best ratio takes. */
  private static final int SMALL_BYTES_MAX = 1 << 20;

  /** 13 ms for 5,000 seats; 90 ms for 50,000, where the other takes 30. */
  private static final int QUALITY_OF_SMALL = 9;

  private static final int QUALITY_OF_LARGE = 6;

  private static final Pattern WEIGHT = Pattern.compile("q=[01](\\.[0-9]{0,3})?");

  private final String token;

  Encoding(String token) {
    this.token = token;
  }

  abstract byte[] encode(byte[] body) throws IOException;

  /** The name in {@code Content-Encoding}. */
  String token() {
    return token;
  }

  byte[] encoded(byte[] body) {
    try {
      return encode(body);
    } catch (IOException e) {
      throw new UncheckedIOException("no stream in memory fails", e);
    }
  }

  /** The best coding that an {@code Accept-Encoding} header allows; identity where it is silent. */
  static Encoding accepted(@Nullable String acceptEncoding) {
    if (acceptEncoding == null) {
      return IDENTITY;
    }
    Map<Encoding, Double> weights = weights(acceptEncoding);
    Encoding best = IDENTITY;
    double bestWeight = 0;
    for (Encoding encoding : values()) {
      double weight = weights.getOrDefault(encoding, 0.0);
      if (weight > bestWeight && encoding.available()) {
        best = encoding;
        bestWeight = weight;
      }
    }
    return best;
  }

  /** Whether it can be made on this machine. */
  boolean available() {
    return this != BROTLI || Brotli4jLoader.isAvailable();
  }

  private static Map<Encoding, Double> weights(String acceptEncoding) {
    Map<Encoding, Double> weights = new EnumMap<>(Encoding.class);
    for (String part : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
      int semicolon = part.indexOf(';');
      String coding = (semicolon < 0 ? part : part.substring(0, semicolon)).strip();
      double weight = semicolon < 0 ? 1 : weight(part.substring(semicolon + 1));
      for (Encoding encoding : values()) {
        if (encoding.token.equals(coding)) {
          var _ = weights.put(encoding, weight);
        } else if (coding.equals("*")) {
          var _ = weights.putIfAbsent(encoding, weight);
        }
      }
    }
    return weights;
  }

  /** The {@code q} of a coding; one that cannot be read counts as a refusal. */
  private static double weight(String parameters) {
    String first = parameters.split(";", 2)[0].strip();
    return WEIGHT.matcher(first).matches() ? Double.parseDouble(first.substring(2)) : 0;
  }
}
