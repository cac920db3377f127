package dev.boxoffice.event.catalogue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A show together with the event that it is of. */
record ShowOfEvent(@JsonUnwrapped ShowView show, EventItem event) {}
