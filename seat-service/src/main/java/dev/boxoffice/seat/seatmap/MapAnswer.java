package dev.boxoffice.seat.seatmap;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What somebody who asked for a map is told: its bytes, or that they have it. */
final class MapAnswer {
  /** How long a shared cache may give an answer out; it then lags by that much more. */
  static final String CACHING = "max-age=2, public, stale-while-revalidate=5";

  private static final Pattern ENTITY_TAG = Pattern.compile("\"[^\"]*\"");

  private final MapSnapshot snapshot;
  private final MapSnapshot.Form form;
  private final int section;
  private final Encoding encoding;
  private final String tag;
  private final byte @Nullable [] body;

  private MapAnswer(
      MapSnapshot snapshot,
      MapSnapshot.Form form,
      int section,
      Encoding encoding,
      byte @Nullable [] body) {
    this.snapshot = snapshot;
    this.form = form;
    this.section = section;
    this.encoding = encoding;
    this.tag = snapshot.entityTag(encoding);
    this.body = body;
  }

  /**
   * Of a picture, for somebody.
   *
   * @param section its place in the map, or {@link MapSnapshot#ALL_SECTIONS}
   * @param known what they say they have: values of {@code If-None-Match}
   */
  static MapAnswer of(
      MapSnapshot snapshot,
      MapSnapshot.Form form,
      int section,
      @Nullable String acceptEncoding,
      List<String> known) {
    Encoding encoding = Encoding.accepted(acceptEncoding);
    boolean unchanged = isKnown(snapshot.entityTag(encoding), known);
    return new MapAnswer(
        snapshot,
        form,
        section,
        encoding,
        unchanged ? null : snapshot.body(form, section, encoding));
  }

  HttpStatus status() {
    return body == null ? HttpStatus.NOT_MODIFIED : HttpStatus.OK;
  }

  /** Null if they have it. */
  byte @Nullable [] body() {
    return body;
  }

  /** Names the bytes of the body: a tag stands for all that is told of one state of a show. */
  String name() {
    return snapshot.plan().showId() + " " + form + " " + section + " " + tag;
  }

  String contentType() {
    return form == MapSnapshot.Form.TWO_BITS
        ? MediaType.APPLICATION_OCTET_STREAM_VALUE
        : MediaType.APPLICATION_JSON_VALUE;
  }

  /** All headers but the type and length of a body. */
  void eachHeader(BiConsumer<String, String> header) {
    header.accept(HttpHeaders.ETAG, tag);
    header.accept(HttpHeaders.CACHE_CONTROL, CACHING);
    header.accept(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (form == MapSnapshot.Form.TWO_BITS) {
      header.accept("X-Seq", Long.toString(snapshot.seq()));
    }
    if (body != null && encoding != Encoding.IDENTITY) {
      header.accept(HttpHeaders.CONTENT_ENCODING, encoding.token());
    }
  }

  /**
   * Compared weakly, as a {@code GET} must: a proxy may have weakened the tag. What is no tag is
   * none that we know.
   */
  private static boolean isKnown(String tag, List<String> known) {
    return known.stream()
        .anyMatch(
            tags ->
                tags.equals(tag)
                    || tags.strip().equals("*")
                    || ENTITY_TAG
                        .matcher(tags)
                        .results()
                        .anyMatch(found -> found.group().equals(tag)));
  }
}
