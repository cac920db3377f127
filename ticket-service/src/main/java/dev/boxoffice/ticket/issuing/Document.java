package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.ShowId;

/**
 * The PDF of one holder's tickets of a booking.
 *
 * @param objectKey where it lies in the object store; nobody can guess it
 * @param revision rises with every change of the tickets on it
 * @param attempts how often printing this revision was begun
 */
record Document(
    BookingId bookingId,
    Holder holder,
    ShowId showId,
    String objectKey,
    int revision,
    int attempts) {

  /** A revision never overwrites another: somebody may be downloading that. */
  String revisionKey() {
    return "%s/%d.pdf".formatted(objectKey, revision);
  }
}
