package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.ShowId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code document}: what is printed and what is still to print, by the database's clock.
 */
@Component
class DocumentLedger {

  private static final int KEY_BYTES = 32;
  private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  DocumentLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Has these holders' tickets of a booking printed, or printed again since they changed. */
  void order(BookingId bookingId, Collection<Holder> holders, ShowId showId) {
    // Always in the same order: two changes of one booking must not wait for each other.
    holders.stream()
        .distinct()
        .sorted(Comparator.comparing(Holder::value))
        .forEach(holder -> order(bookingId, holder, showId));
  }

  private void order(BookingId bookingId, Holder holder, ShowId showId) {
    int written =
        jdbc.sql(
                """
                insert into document (booking_id, holder, show_id, object_key)
                values (:bookingId, :holder, :showId, :objectKey)
                on conflict (booking_id, holder) do update set
                  revision = document.revision + 1, attempts = 0, due_at = now()
                """)
            .param("bookingId", bookingId.value())
            .param("holder", holder.value())
            .param("showId", showId.value())
            .param("objectKey", unguessableKey())
            .update();
    if (written != 1) {
      throw new IllegalStateException("no document of booking %s".formatted(bookingId));
    }
  }

  /**
   * Takes documents that are to be printed now; if they are not when the lease ends, they are due
   * again. Waits for no other printer. What waits for its show is not due.
   */
  List<Document> claim(int documentsMax, Duration lease) {
    return jdbc.sql(
            """
            update document set
              due_at = now() + make_interval(secs => :leaseSeconds), attempts = attempts + 1
            where (booking_id, holder) in (
              select d.booking_id, d.holder
              from document d
              where d.printed_revision < d.revision and d.due_at <= now()
                and exists (select from show_facts s where s.show_id = d.show_id)
              order by d.due_at
              limit :documentsMax
              for update of d skip locked)
            returning booking_id, holder, show_id, object_key, revision, attempts
            """)
        .param("documentsMax", documentsMax)
        .param("leaseSeconds", lease.toMillis() / 1000.0)
        .query((row, _) -> document(row))
        .list();
  }

  /** Puts off a document that could not be printed. */
  void postpone(Document document, Duration delay) {
    int _ =
        jdbc.sql(
                """
                update document set due_at = now() + make_interval(secs => :delaySeconds)
                where booking_id = :bookingId and holder = :holder and revision = :revision
                """)
            .param("delaySeconds", delay.toMillis() / 1000.0)
            .param("bookingId", document.bookingId().value())
            .param("holder", document.holder().value())
            .param("revision", document.revision())
            .update();
  }

  /** False if this revision or a later one is there already. */
  boolean markPrinted(Document document) {
    return jdbc.sql(
                """
                update document set printed_revision = :revision
                where booking_id = :bookingId and holder = :holder
                  and printed_revision < :revision
                """)
            .param("bookingId", document.bookingId().value())
            .param("holder", document.holder().value())
            .param("revision", document.revision())
            .update()
        == 1;
  }

  /** False if the document was announced before. */
  boolean markAnnounced(Document document, Instant at) {
    return jdbc.sql(
                """
                update document set announced_at = :at
                where booking_id = :bookingId and holder = :holder and announced_at is null
                """)
            .param("bookingId", document.bookingId().value())
            .param("holder", document.holder().value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** The newest document that is printed; empty while the first is not. */
  Optional<Document> printed(BookingId bookingId, Holder holder) {
    return jdbc.sql(
            """
            select booking_id, holder, show_id, object_key, printed_revision as revision, attempts
            from document
            where booking_id = :bookingId and holder = :holder and printed_revision = revision
            """)
        .param("bookingId", bookingId.value())
        .param("holder", holder.value())
        .query((row, _) -> document(row))
        .optional();
  }

  private String unguessableKey() {
    var bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return "tickets/" + BASE64_URL.encodeToString(bytes);
  }

  private static Document document(ResultSet row) throws SQLException {
    return new Document(
        new BookingId(row.getObject("booking_id", UUID.class)),
        new Holder(row.getString("holder")),
        new ShowId(row.getObject("show_id", UUID.class)),
        row.getString("object_key"),
        row.getInt("revision"),
        row.getInt("attempts"));
  }
}
