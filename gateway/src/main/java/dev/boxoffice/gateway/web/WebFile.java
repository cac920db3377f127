package dev.boxoffice.gateway.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A file of the browser client, ready to be sent. */
final class WebFile {
  private static final int TAG_CHARACTERS = 20;

  private final MediaType type;
  private final byte[] content;
  private final byte @Nullable [] gzipped;

  private WebFile(MediaType type, byte[] content, byte @Nullable [] gzipped) {
    this.type = type;
    this.content = content;
    this.gzipped = gzipped;
  }

  static WebFile of(String path, byte[] content) {
    MediaType type = type(path);
    return new WebFile(type, content, type.getCharset() == null ? null : gzip(content));
  }

  MediaType type() {
    return type;
  }

  byte[] content() {
    return content.clone();
  }

  /** Null where it would be no smaller. */
  byte @Nullable [] gzipped() {
    return gzipped == null ? null : gzipped.clone();
  }

  static String tag(Iterable<byte[]> contents) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      contents.forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest()).substring(0, TAG_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return small.toByteArray();
  }

  private static MediaType type(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return switch (ending) {
      case "html" -> text("text", "html");
      case "css" -> text("text", "css");
      case "js" -> text("text", "javascript");
      case "svg" -> text("image", "svg+xml");
      case "txt" -> text("text", "plain");
      case "woff2" -> new MediaType("font", "woff2");
      default -> throw new IllegalStateException("no media type is known for " + path);
    };
  }

  private static MediaType text(String type, String subtype) {
    return new MediaType(type, subtype, StandardCharsets.UTF_8);
  }
}
