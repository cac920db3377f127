package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.ShowId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What buyers do in a waiting room. */
@RestController
@RequestMapping("/v1/queue/{showId}")
class QueueController {
  private final JoinQueue joinQueue;
  private final LookUpPlace lookUpPlace;
  private final LeaveQueue leaveQueue;

  QueueController(JoinQueue joinQueue, LookUpPlace lookUpPlace, LeaveQueue leaveQueue) {
    this.joinQueue = joinQueue;
    this.lookUpPlace = lookUpPlace;
    this.leaveQueue = leaveQueue;
  }

  @PostMapping
  ResponseEntity<?> join(@PathVariable UUID showId, @AuthenticationPrincipal Jwt jwt) {
    return switch (joinQueue.join(new ShowId(showId), SignedIn.user(jwt))) {
      case JoinOutcome.Joined(Place place) -> answer(HttpStatus.CREATED, PlaceBody.of(place));
      case JoinOutcome.AlreadyIn(Place place) -> answer(HttpStatus.OK, PlaceBody.of(place));
      case JoinOutcome.ShowNotFound _ -> QueueProblems.showNotFound().response();
      case JoinOutcome.NotOpen(var opensAt) -> QueueProblems.notOpen(opensAt).response();
    };
  }

  @GetMapping
  ResponseEntity<?> place(
      @PathVariable UUID showId,
      @AuthenticationPrincipal Jwt jwt,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
    return switch (lookUpPlace.lookUp(new ShowId(showId), SignedIn.user(jwt))) {
      case PlaceOutcome.Found(Place place) -> {
        PlaceBody body = PlaceBody.of(place);
        yield body.etag().equals(known)
            ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(body.etag()).build()
            : answer(HttpStatus.OK, body);
      }
      case PlaceOutcome.NotInQueue _ -> QueueProblems.notInQueue().response();
      case PlaceOutcome.ShowNotFound _ -> QueueProblems.showNotFound().response();
    };
  }

  @DeleteMapping
  ResponseEntity<?> leave(@PathVariable UUID showId, @AuthenticationPrincipal Jwt jwt) {
    return switch (leaveQueue.leave(new ShowId(showId), SignedIn.user(jwt))) {
      case LeaveOutcome.Left _, LeaveOutcome.WasNotIn _ -> ResponseEntity.noContent().build();
      case LeaveOutcome.ShowNotFound _ -> QueueProblems.showNotFound().response();
    };
  }

  private static ResponseEntity<PlaceBody> answer(HttpStatus status, PlaceBody body) {
    return ResponseEntity.status(status)
        .eTag(body.etag())
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(body);
  }
}
