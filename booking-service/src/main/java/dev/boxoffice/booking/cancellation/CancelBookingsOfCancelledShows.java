package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.BookingId;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Begins the cancellation of every confirmed booking of a cancelled show. What is left to do is
 * what is still confirmed: so it goes on wherever it was interrupted, in any number of instances,
 * and a purchase that was under way when the show was called off is found when it ends.
 */
@Component
class CancelBookingsOfCancelledShows {

  private static final Logger log = LoggerFactory.getLogger(CancelBookingsOfCancelledShows.class);

  private final CancellationLedger cancellations;
  private final OpenCancellation openCancellation;
  private final CancellationSettings settings;
  private final Clock clock;

  CancelBookingsOfCancelledShows(
      CancellationLedger cancellations,
      OpenCancellation openCancellation,
      CancellationSettings settings,
      Clock clock) {
    this.cancellations = cancellations;
    this.openCancellation = openCancellation;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${boxoffice.cancellation.show-every:PT1S}")
  void cancelSome() {
    for (var booking : cancellations.bookingsOfCancelledShows(settings.showBatch())) {
      cancel(booking);
    }
  }

  /** What is wrong with one booking keeps nobody else's money back. */
  private void cancel(BookingId booking) {
    try {
      openCancellation.openForShow(booking, clock.instant());
    } catch (RuntimeException e) {
      log.error("Booking {} of a cancelled show cannot be cancelled", booking, e);
    }
  }
}
