package dev.boxoffice.ticket.issuing;

import dev.boxoffice.defaults.problem.UnavailableException;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Prints what is due until nothing is. A document that cannot be printed now is tried again, ever
 * more slowly and for ever: its tickets are valid meanwhile, and only their PDF is late.
 */
@Component
class TicketPrinter {

  private static final Logger log = LoggerFactory.getLogger(TicketPrinter.class);
  private static final int BATCHES_MAX = 100;

  private final DocumentLedger documents;
  private final PrintDocument printDocument;
  private final AnnounceTickets announceTickets;
  private final PrinterSettings settings;

  TicketPrinter(
      DocumentLedger documents,
      PrintDocument printDocument,
      AnnounceTickets announceTickets,
      PrinterSettings settings) {
    this.documents = documents;
    this.printDocument = printDocument;
    this.announceTickets = announceTickets;
    this.settings = settings;
  }

  @Scheduled(fixedDelayString = "${boxoffice.printing.every:PT0.2S}")
  void printWhatIsDue() {
    for (int batch = 0; batch < BATCHES_MAX; batch++) {
      var due = documents.claim(settings.documentsAtOnce(), settings.lease());
      if (due.isEmpty()) {
        return;
      }
      try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
        due.forEach(document -> workers.execute(() -> print(document)));
      }
    }
  }

  private void print(Document document) {
    try {
      announceTickets.announce(document, printDocument.print(document));
    } catch (UnavailableException e) {
      if (document.attempts() == 1) {
        log.warn("The tickets of booking {} wait: {}", document.bookingId(), e.getMessage());
      }
      documents.postpone(document, settings.pauseAfter(document.attempts()));
    } catch (RuntimeException e) {
      log.error("The tickets of booking {} cannot be printed", document.bookingId(), e);
      documents.postpone(document, settings.pauseAfter(document.attempts()));
    }
  }
}
