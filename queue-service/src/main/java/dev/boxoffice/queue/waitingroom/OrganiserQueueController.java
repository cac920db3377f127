package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.defaults.problem.CommonProblems;
import dev.boxoffice.queue.admission.Pace;
import dev.boxoffice.queue.admission.ShowId;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What organisers do with the waiting rooms of their shows. */
@RestController
class OrganiserQueueController {
  private final RunRoom runRoom;

  OrganiserQueueController(RunRoom runRoom) {
    this.runRoom = runRoom;
  }

  @PutMapping("/v1/organiser/shows/{showId}/queue")
  @PreAuthorize("hasRole('ORGANISER')")
  ResponseEntity<?> run(
      @PathVariable UUID showId,
      @AuthenticationPrincipal Jwt jwt,
      @Valid @RequestBody RoomRules rules) {
    return switch (runRoom.run(new ShowId(showId), SignedIn.user(jwt), rules)) {
      case RunOutcome.Running(Room room, Pace pace) -> ResponseEntity.ok(RoomBody.of(room, pace));
      case RunOutcome.ShowNotFound _ -> QueueProblems.showNotFound().response();
      case RunOutcome.NoDraw _ ->
          CommonProblems.malformed("lobbyOrder", "a draw is not offered; use ARRIVAL").response();
    };
  }
}
