package dev.boxoffice.seat.seatmap;

import dev.boxoffice.defaults.problem.Codes;
import dev.boxoffice.defaults.problem.MalformedRequestException;
import dev.boxoffice.defaults.problem.Problem;
import dev.boxoffice.seat.sale.SectionId;
import dev.boxoffice.seat.sale.ShowId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Seat maps, as bytes made once for everybody; {@link ReadyMaps} answers most of the calls. */
@RestController
class SeatMapController {
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
    MapAnswer answer =
        MapAnswer.of(
            snapshot,
            form,
            section,
            asked.getFirst(HttpHeaders.ACCEPT_ENCODING),
            asked.getOrEmpty(HttpHeaders.IF_NONE_MATCH));
    ResponseEntity.BodyBuilder told =
        ResponseEntity.status(answer.status()).headers(headers -> answer.eachHeader(headers::set));
    byte[] body = answer.body();
    return body == null
        ? told.build()
        : told.header(HttpHeaders.CONTENT_TYPE, answer.contentType()).body(body);
  }
}
