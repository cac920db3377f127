package dev.boxoffice.event.venue;

import dev.boxoffice.defaults.problem.CommonProblems;
import dev.boxoffice.defaults.problem.FieldError;
import dev.boxoffice.event.OrganiserId;
import dev.boxoffice.event.seatingplan.LayoutSummary;
import dev.boxoffice.event.seatingplan.Layouts;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/venues")
class VenueController {
  private static final Duration FRESH_FOR = Duration.ofMinutes(1);

  private final CreateVenue createVenue;
  private final Venues venues;
  private final Layouts layouts;

  VenueController(CreateVenue createVenue, Venues venues, Layouts layouts) {
    this.createVenue = createVenue;
    this.venues = venues;
    this.layouts = layouts;
  }

  @PostMapping
  @PreAuthorize("hasRole('ORGANISER')")
  ResponseEntity<?> create(@AuthenticationPrincipal Jwt jwt, @Valid @RequestBody NewVenue wanted) {
    return switch (createVenue.create(OrganiserId.of(jwt), wanted)) {
      case CreateVenueOutcome.Created(Venue venue, LayoutSummary layout) ->
          ResponseEntity.created(URI.create("/v1/venues/" + venue.id()))
              .body(VenueView.of(venue, layout));
      case CreateVenueOutcome.PlanRejected(List<FieldError> errors) ->
          CommonProblems.malformed(errors).response();
    };
  }

  @GetMapping("/{venueId}")
  ResponseEntity<?> venue(@PathVariable UUID venueId) {
    Venue venue = venues.find(new VenueId(venueId)).orElse(null);
    if (venue == null) {
      return CommonProblems.notFound().response();
    }
    // Neither a venue nor its layout ever changes.
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(FRESH_FOR).cachePublic())
        .body(VenueLayoutView.of(venue, layouts.layout(venue.layoutHash())));
  }
}
