package dev.boxoffice.event.catalogue;

import dev.boxoffice.defaults.problem.CommonProblems;
import dev.boxoffice.defaults.problem.FieldError;
import dev.boxoffice.event.Listing;
import dev.boxoffice.event.OrganiserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/events/{eventId}/shows")
class ShowController {
  private final PublishShow publishShow;
  private final CancelShow cancelShow;
  private final ReadEvents readEvents;

  ShowController(PublishShow publishShow, CancelShow cancelShow, ReadEvents readEvents) {
    this.publishShow = publishShow;
    this.cancelShow = cancelShow;
    this.readEvents = readEvents;
  }

  @PostMapping
  @PreAuthorize("hasRole('ORGANISER')")
  ResponseEntity<?> publish(
      @AuthenticationPrincipal Jwt jwt,
      @PathVariable UUID eventId,
      @Valid @RequestBody NewShow wanted) {
    EventId event = new EventId(eventId);
    return switch (publishShow.publish(OrganiserId.of(jwt), event, wanted)) {
      case PublishShowOutcome.Published(ShowId showId) ->
          ResponseEntity.created(URI.create("/v1/events/" + event + "/shows/" + showId))
              .body(readEvents.show(event, showId).orElseThrow());
      case PublishShowOutcome.EventUnknown() -> CatalogueProblems.eventNotFound().response();
      case PublishShowOutcome.Malformed(List<FieldError> errors) ->
          CommonProblems.malformed(errors).response();
      case PublishShowOutcome.EventCancelled() -> CatalogueProblems.eventCancelled().response();
    };
  }

  @PostMapping("/{showId}/cancel")
  @PreAuthorize("hasRole('ORGANISER')")
  ResponseEntity<?> cancel(
      @AuthenticationPrincipal Jwt jwt, @PathVariable UUID eventId, @PathVariable UUID showId) {
    EventId event = new EventId(eventId);
    ShowId show = new ShowId(showId);
    return switch (cancelShow.cancel(OrganiserId.of(jwt), event, show)) {
      case CancelShowOutcome.Cancelled() ->
          ResponseEntity.accepted().body(readEvents.show(event, show).orElseThrow());
      case CancelShowOutcome.EventUnknown() -> CatalogueProblems.eventNotFound().response();
      case CancelShowOutcome.ShowUnknown() -> CatalogueProblems.showNotFound().response();
    };
  }

  @GetMapping
  ResponseEntity<?> shows(
      @PathVariable UUID eventId,
      @RequestParam(defaultValue = "1") @Min(1) @Max(Listing.PAGE_MAX) int page,
      @RequestParam(defaultValue = "20") @Min(1) @Max(Listing.LIMIT_MAX) int limit) {
    Listing<ShowView> shows = readEvents.shows(new EventId(eventId), page, limit);
    return shows == null ? CatalogueProblems.eventNotFound().response() : ResponseEntity.ok(shows);
  }

  @GetMapping("/{showId}")
  ResponseEntity<?> show(@PathVariable UUID eventId, @PathVariable UUID showId) {
    ShowView show = readEvents.show(new EventId(eventId), new ShowId(showId)).orElse(null);
    return show == null ? CatalogueProblems.showNotFound().response() : ResponseEntity.ok(show);
  }
}
