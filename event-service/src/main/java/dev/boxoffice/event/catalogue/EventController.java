package dev.boxoffice.event.catalogue;

import dev.boxoffice.defaults.problem.CommonProblems;
import dev.boxoffice.defaults.problem.FieldError;
import dev.boxoffice.event.OrganiserId;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/events")
class EventController {
  private final CreateEvent createEvent;
  private final ChangeEvent changeEvent;
  private final ReadEvents readEvents;

  EventController(CreateEvent createEvent, ChangeEvent changeEvent, ReadEvents readEvents) {
    this.createEvent = createEvent;
    this.changeEvent = changeEvent;
    this.readEvents = readEvents;
  }

  @PostMapping
  @PreAuthorize("hasRole('ORGANISER')")
  ResponseEntity<?> create(@AuthenticationPrincipal Jwt jwt, @Valid @RequestBody NewEvent wanted) {
    return switch (createEvent.create(OrganiserId.of(jwt), wanted)) {
      case CreateEventOutcome.Created(EventId id) ->
          ResponseEntity.created(URI.create("/v1/events/" + id)).body(readEvents.event(id));
      case CreateEventOutcome.Malformed(List<FieldError> errors) ->
          CommonProblems.malformed(errors).response();
    };
  }

  @PatchMapping("/{eventId}")
  @PreAuthorize("hasRole('ORGANISER')")
  ResponseEntity<?> change(
      @AuthenticationPrincipal Jwt jwt,
      @PathVariable UUID eventId,
      @Valid @RequestBody EventChange change) {
    EventId id = new EventId(eventId);
    return changeEvent.change(OrganiserId.of(jwt), id, change)
        ? event(eventId)
        : CatalogueProblems.eventNotFound().response();
  }

  @GetMapping("/{eventId}")
  ResponseEntity<?> event(@PathVariable UUID eventId) {
    EventDetail event = readEvents.event(new EventId(eventId));
    return event == null ? CatalogueProblems.eventNotFound().response() : ResponseEntity.ok(event);
  }
}
