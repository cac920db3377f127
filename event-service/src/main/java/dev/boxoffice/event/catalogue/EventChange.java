package dev.boxoffice.event.catalogue;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /v1/events/{eventId}}: what is absent or null stays; an empty
 * description or poster URL takes it away.
 */
record EventChange(
    @Size(max = NewEvent.TITLE_MAX) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        @Nullable String title,
    @Size(max = NewEvent.DESCRIPTION_MAX) @Nullable String description,
    @Size(max = NewEvent.URL_MAX)
        @Pattern(regexp = "(" + NewEvent.URL + ")?", message = NewEvent.NOT_A_URL)
        @Nullable String posterUrl,
    @Nullable Metadata metadata,
    @Nullable EventStatus status) {}
