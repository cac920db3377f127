package dev.boxoffice.queue.stream;

import dev.boxoffice.queue.admission.ShowId;
import dev.boxoffice.queue.admission.UserId;
import dev.boxoffice.queue.waitingroom.LookUpPlace;
import dev.boxoffice.queue.waitingroom.Place;
import dev.boxoffice.queue.waitingroom.PlaceOutcome;
import dev.boxoffice.queue.waitingroom.QueueProblems;
import dev.boxoffice.queue.waitingroom.SignedIn;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/** My place as Server-Sent Events. */
@RestController
class StreamEventsController {
  private static final long NO_TIMEOUT = 0;

  private final LookUpPlace lookUpPlace;
  private final Watchers watchers;

  StreamEventsController(LookUpPlace lookUpPlace, Watchers watchers) {
    this.lookUpPlace = lookUpPlace;
    this.watchers = watchers;
  }

  @GetMapping("/v1/queue/{showId}/events")
  ResponseEntity<?> events(@PathVariable UUID showId, @AuthenticationPrincipal Jwt jwt) {
    UserId userId = SignedIn.user(jwt);
    return switch (lookUpPlace.lookUp(new ShowId(showId), userId)) {
      case PlaceOutcome.Found(Place place) -> stream(userId, place);
      case PlaceOutcome.NotInQueue _ -> QueueProblems.notInQueue().response();
      case PlaceOutcome.ShowNotFound _ -> QueueProblems.showNotFound().response();
    };
  }

  private ResponseEntity<?> stream(UserId userId, Place place) {
    ResponseBodyEmitter response = new ResponseBodyEmitter(NO_TIMEOUT);
    Watcher watcher = watchers.join(userId, place, new EventsSink(response));
    response.onCompletion(watcher::gone);
    response.onError(_ -> watcher.gone());
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(response);
  }
}
