package dev.boxoffice.event;

import jakarta.persistence.Embeddable;

/** Who organises: the {@code sub} of a token with the role ORGANISER. */
@Embeddable
public record OrganiserId(String value) {}
