package dev.boxoffice.event.catalogue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** An event with all that is known about it. */
record EventDetail(@JsonUnwrapped EventItem event, Metadata metadata, List<ShowView> shows) {
  EventDetail {
    shows = List.copyOf(shows);
  }
}
