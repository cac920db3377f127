package dev.boxoffice.seat.seatmap;

import dev.boxoffice.defaults.problem.MalformedRequestException;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/** A show's stream as Server-Sent Events. */
@RestController
class StreamEventsController {
  private static final long NO_TIMEOUT = 0;

  private final ShowFeeds feeds;
  private final StreamRelay relay;
  private final SeatMapSettings settings;
  private final Clock clock;

  StreamEventsController(
      ShowFeeds feeds, StreamRelay relay, SeatMapSettings settings, Clock clock) {
    this.feeds = feeds;
    this.relay = relay;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param lastEventId what a browser sends by itself when it comes back; it is later than {@code
   *     since}
   */
  @GetMapping("/v1/shows/{showId}/events")
  ResponseEntity<?> events(
      @PathVariable UUID showId,
      @RequestParam(required = false) @Nullable String since,
      @RequestParam(required = false) @Nullable String format,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    Long from = lastEventId != null ? seq("Last-Event-ID", lastEventId) : seq("since", since);
    if (format != null && !format.equals("compact")) {
      throw new MalformedRequestException("format", "is \"compact\" or left out");
    }
    ShowFeed feed = feeds.find(new ShowId(showId));
    if (feed == null) {
      return ShowNotFound.problem().response();
    }
    ResponseBodyEmitter response = new ResponseBodyEmitter(NO_TIMEOUT);
    EventsSink sink = new EventsSink(response, StreamForm.events(format != null));
    Watcher watcher = new Watcher(sink, settings.framesWaitingMax(), clock.instant());
    response.onCompletion(watcher::gone);
    response.onError(error -> watcher.gone());
    relay.join(feed, watcher, from);
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(response);
  }

  private static @Nullable Long seq(String field, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw new MalformedRequestException(field, "is the number of a frame");
    }
    return Long.valueOf(text);
  }
}
