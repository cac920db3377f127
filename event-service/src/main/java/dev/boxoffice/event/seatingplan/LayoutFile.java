package dev.boxoffice.event.seatingplan;

import dev.boxoffice.event.seatingplan.Layout.Section;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** A layout as it is kept and sent: canonical JSON, compressed, under its hash. */
final class LayoutFile {
  /** Its own, because the bytes must never depend on how a service happens to be configured. */
  private static final JsonMapper CANONICAL =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final LayoutHash hash;
  private final Layout layout;
  private final byte[] gzip;

  private LayoutFile(LayoutHash hash, Layout layout, byte[] gzip) {
    this.hash = hash;
    this.layout = layout;
    this.gzip = gzip;
  }

  /** Writes the layout; its sections get ids that follow from its content. */
  static LayoutFile of(Layout withoutIds) {
    MessageDigest contentDigest = sha256();
    write(withoutIds, new DigestOutputStream(OutputStream.nullOutputStream(), contentDigest));
    Layout layout = withIds(withoutIds, HexFormat.of().formatHex(contentDigest.digest()));

    MessageDigest digest = sha256();
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(compressed);
        var out = new DigestOutputStream(gzip, digest)) {
      write(layout, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LayoutFile(
        new LayoutHash(HexFormat.of().formatHex(digest.digest())),
        layout,
        compressed.toByteArray());
  }

  LayoutHash hash() {
    return hash;
  }

  Layout layout() {
    return layout;
  }

  byte[] gzip() {
    return gzip;
  }

  static Layout read(byte[] gzip) {
    return CANONICAL.readValue(decompress(gzip), Layout.class);
  }

  static byte[] decompress(byte[] gzip) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Layout withIds(Layout layout, String contentHash) {
    List<Section> sections = new ArrayList<>();
    for (Section section : layout.sections()) {
      String name = contentHash + ":" + sections.size();
      sections.add(
          new Section(
              UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
              section.name(),
              section.zone(),
              section.priceCategory(),
              section.color(),
              section.generalAdmission()));
    }
    return new Layout(
        layout.name(),
        layout.width(),
        layout.height(),
        layout.shapes(),
        layout.categories(),
        sections,
        layout.seats());
  }

  private static void write(Layout layout, OutputStream out) {
    CANONICAL.writeValue(out, layout);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
