package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.ShowId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How far a line is, for everybody. */
@RestController
class NowServingController {
  private final ReadNowServing readNowServing;
  private final Clock clock;

  NowServingController(ReadNowServing readNowServing, Clock clock) {
    this.readNowServing = readNowServing;
    this.clock = clock;
  }

  @GetMapping("/v1/queue/{showId}/now-serving")
  ResponseEntity<?> nowServing(@PathVariable UUID showId) {
    NowServing found = readNowServing.read(new ShowId(showId)).orElse(null);
    if (found == null) {
      return QueueProblems.showNotFound().response();
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(ReadNowServing.FRESH_FOR).cachePublic())
        .body(NowServingBody.of(found, clock.instant()));
  }
}
