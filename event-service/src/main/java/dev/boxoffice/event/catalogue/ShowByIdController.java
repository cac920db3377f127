package dev.boxoffice.event.catalogue;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells what a show is to those who have only its id, as holds and bookings do. */
@RestController
class ShowByIdController {
  private final ReadEvents readEvents;

  ShowByIdController(ReadEvents readEvents) {
    this.readEvents = readEvents;
  }

  @GetMapping("/v1/shows/{showId}")
  ResponseEntity<?> show(@PathVariable UUID showId) {
    ShowOfEvent show = readEvents.show(new ShowId(showId));
    return show == null ? CatalogueProblems.showNotFound().response() : ResponseEntity.ok(show);
  }
}
