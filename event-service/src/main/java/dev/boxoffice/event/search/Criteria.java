package dev.boxoffice.event.search;

import dev.boxoffice.event.catalogue.EventCategory;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What to look for; what is null does not matter. */
record Criteria(
    @Nullable String city,
    @Nullable EventCategory category,
    @Nullable LocalDate date,
    @Nullable Typed query) {}
