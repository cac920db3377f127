package dev.boxoffice.seat.seatmap;

import dev.boxoffice.defaults.problem.Codes;
import dev.boxoffice.defaults.problem.MalformedRequestException;
import dev.boxoffice.defaults.problem.Problem;
import dev.boxoffice.seat.sale.SectionId;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Seat maps, as bytes made once for everybody. */
@RestController
class SeatMapController {
  private static final Pattern ENTITY_TAG = Pattern.compile("\"[^\"]*\"");

  /** How long a shared cache may give an answer out; it then lags by that much more. */
  private static final CacheControl SHARED =
      CacheControl.maxAge(Duration.ofSeconds(2))
          .cachePublic()
          .staleWhileRevalidate(Duration.ofSeconds(5));

  private final ShowFeeds feeds;

  SeatMapController(ShowFeeds feeds) {
    this.feeds = feeds;
  }

  @GetMapping("/v1/events/{eventId}/shows/{showId}/seats")
  ResponseEntity<?> seats(
      @PathVariable UUID eventId,
      @PathVariable UUID showId,
      @RequestParam(required = false) @Nullable String view,
      @RequestParam(required = false) @Nullable UUID section,
      @RequestHeader HttpHeaders headers) {
    if (view != null && !view.equals("sections")) {
      throw new MalformedRequestException("view", "is \"sections\" or left out");
    }
    ShowFeed feed = feeds.find(new ShowId(showId));
    if (feed == null || !feed.plan().eventId().equals(eventId)) {
      return ShowNotFound.problem().response();
    }
    int place = MapSnapshot.ALL_SECTIONS;
    if (section != null) {
      place = feed.plan().indexOf(new SectionId(section));
      if (place < 0) {
        return Problem.of(HttpStatus.NOT_FOUND, Codes.NOT_FOUND, "The show has no such section.")
            .response();
      }
    }
    MapSnapshot.Form form = view == null ? MapSnapshot.Form.SEATS : MapSnapshot.Form.COUNTS;
    return answer(feed.current(), form, place, headers);
  }

  @GetMapping("/v1/shows/{showId}/availability")
  ResponseEntity<?> availability(@PathVariable UUID showId, @RequestHeader HttpHeaders headers) {
    ShowFeed feed = feeds.find(new ShowId(showId));
    if (feed == null) {
      return ShowNotFound.problem().response();
    }
    return answer(feed.current(), MapSnapshot.Form.TWO_BITS, MapSnapshot.ALL_SECTIONS, headers);
  }

  private static ResponseEntity<byte[]> answer(
      MapSnapshot snapshot, MapSnapshot.Form form, int section, HttpHeaders asked) {
    Encoding encoding = Encoding.accepted(asked.getFirst(HttpHeaders.ACCEPT_ENCODING));
    String tag = snapshot.entityTag(encoding);
    boolean known = isKnown(tag, asked);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
            .eTag(tag)
            .cacheControl(SHARED)
            .varyBy(HttpHeaders.ACCEPT_ENCODING);
    if (form == MapSnapshot.Form.TWO_BITS) {
      answer = answer.header("X-Seq", Long.toString(snapshot.seq()));
    }
    if (known) {
      return answer.build();
    }
    if (encoding != Encoding.IDENTITY) {
      answer = answer.header(HttpHeaders.CONTENT_ENCODING, encoding.token());
    }
    return answer
        .contentType(
            form == MapSnapshot.Form.TWO_BITS
                ? MediaType.APPLICATION_OCTET_STREAM
                : MediaType.APPLICATION_JSON)
        .body(snapshot.body(form, section, encoding));
  }

  /**
   * Compared weakly, as a {@code GET} must: a proxy may have weakened the tag. What is no tag is
   * none that we know.
   */
  private static boolean isKnown(String tag, HttpHeaders asked) {
    return asked.getOrEmpty(HttpHeaders.IF_NONE_MATCH).stream()
        .anyMatch(
            tags ->
                tags.strip().equals("*")
                    || ENTITY_TAG
                        .matcher(tags)
                        .results()
                        .anyMatch(known -> known.group().equals(tag)));
  }
}
