package dev.boxoffice.event.venue;

import dev.boxoffice.event.seatingplan.PlanDocument;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The body of {@code POST /v1/venues}. */
record NewVenue(
    @NotBlank @Size(max = 200) String name,
    @NotBlank @Size(max = 100) String city,
    @NotNull @TimeZoneName String timezone,
    @NotNull PlanDocument plan) {}
