package dev.boxoffice.ticket.printing;

import java.time.ZonedDateTime;

/** A show as it stands on its tickets; {@code startsAt} is in the venue's time zone. */
public record PrintedShow(String title, String venueName, String city, ZonedDateTime startsAt) {}
