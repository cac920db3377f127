package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.SeatId;
import dev.boxoffice.ticket.ShowId;
import dev.boxoffice.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code ticket}. Every change of a status names the status it may change. */
@Component
class TicketLedger {

  private final JdbcClient jdbc;

  TicketLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if this very ticket was issued before. */
  boolean insert(Ticket ticket) {
    return jdbc.sql(
                """
                insert into ticket
                  (ticket_id, booking_id, show_id, seat_id, place, section, row_label,
                   seat_number, holder, code, issued_at, status)
                values
                  (:ticketId, :bookingId, :showId, :seatId, :place, :section, :row,
                   :number, :holder, :code, :issuedAt, :status)
                on conflict (ticket_id) do nothing
                """)
            .param("ticketId", ticket.ticketId().value())
            .param("bookingId", ticket.bookingId().value())
            .param("showId", ticket.showId().value())
            .param("seatId", ticket.seat().seatId().value())
            .param("place", ticket.place())
            .param("section", ticket.seat().section())
            .param("row", ticket.seat().row())
            .param("number", ticket.seat().number())
            .param("holder", ticket.holder().value())
            .param("code", ticket.code())
            .param("issuedAt", ticket.issuedAt().atOffset(ZoneOffset.UTC))
            .param("status", ticket.status().name())
            .update()
        == 1;
  }

  /** The ticket, which nobody else can change before this transaction ends. */
  Optional<Ticket> lock(TicketId ticketId) {
    return jdbc.sql("select * from ticket where ticket_id = :ticketId for update")
        .param("ticketId", ticketId.value())
        .query((row, _) -> ticket(row))
        .optional();
  }

  /** Empty also when the ticket is someone else's. */
  Optional<Ticket> find(TicketId ticketId, Caller caller) {
    return jdbc.sql("select * from ticket where ticket_id = :ticketId and holder in (:holders)")
        .param("ticketId", ticketId.value())
        .param("holders", caller.holders().stream().map(Holder::value).toList())
        .query((row, _) -> ticket(row))
        .optional();
  }

  /** All tickets ever issued for a booking, in the order of its seats. */
  List<Ticket> ofBooking(BookingId bookingId) {
    return jdbc.sql(
            """
            select * from ticket where booking_id = :bookingId order by place, issued_at
            """)
        .param("bookingId", bookingId.value())
        .query((row, _) -> ticket(row))
        .list();
  }

  /** Those of a booking's tickets that the caller holds or held, in the order of its seats. */
  List<Ticket> ofBooking(BookingId bookingId, Collection<Holder> holders) {
    return jdbc.sql(
            """
            select * from ticket
            where booking_id = :bookingId and holder in (:holders)
            order by place, issued_at
            """)
        .param("bookingId", bookingId.value())
        .param("holders", holders.stream().map(Holder::value).toList())
        .query((row, _) -> ticket(row))
        .list();
  }

  /** The tickets of these seats that are not cancelled; nobody can change them meanwhile. */
  List<Ticket> lockLive(BookingId bookingId, Collection<SeatId> seatIds) {
    return jdbc.sql(
            """
            select * from ticket
            where booking_id = :bookingId and seat_id in (:seatIds) and status <> 'CANCELLED'
            order by ticket_id
            for update
            """)
        .param("bookingId", bookingId.value())
        .param("seatIds", seatIds.stream().map(SeatId::value).toList())
        .query((row, _) -> ticket(row))
        .list();
  }

  /** False if the ticket does not have that status (any more). */
  boolean cancel(TicketId ticketId, TicketStatus from) {
    return jdbc.sql(
                """
                update ticket set status = 'CANCELLED', checked_in_at = null, gate = null
                where ticket_id = :ticketId and status = :status
                """)
            .param("ticketId", ticketId.value())
            .param("status", from.name())
            .update()
        == 1;
  }

  /** Lets the person in; false if the ticket is not (or no longer) {@code ISSUED}. */
  boolean checkIn(TicketId ticketId, Instant at, @Nullable String gate) {
    return jdbc.sql(
                """
                update ticket set status = 'CHECKED_IN', checked_in_at = :at, gate = :gate
                where ticket_id = :ticketId and status = 'ISSUED'
                """)
            .param("ticketId", ticketId.value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("gate", gate)
            .update()
        == 1;
  }

  /** Records an earlier scan that was heard of later; false if it is not earlier. */
  boolean backdateCheckIn(TicketId ticketId, Instant at, @Nullable String gate) {
    return jdbc.sql(
                """
                update ticket set checked_in_at = :at, gate = :gate
                where ticket_id = :ticketId and status = 'CHECKED_IN' and checked_in_at > :at
                """)
            .param("ticketId", ticketId.value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("gate", gate)
            .update()
        == 1;
  }

  /** Takes back the check-in of this moment; false if there is none. */
  boolean undoCheckIn(TicketId ticketId, Instant checkedInAt) {
    return jdbc.sql(
                """
                update ticket set status = 'ISSUED', checked_in_at = null, gate = null
                where ticket_id = :ticketId and status = 'CHECKED_IN'
                  and checked_in_at = :checkedInAt
                """)
            .param("ticketId", ticketId.value())
            .param("checkedInAt", checkedInAt.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Every ticket of the show whose code must be turned away. */
  List<TicketId> cancelledOf(ShowId showId) {
    return jdbc.sql(
            """
            select ticket_id from ticket
            where show_id = :showId and status = 'CANCELLED'
            order by ticket_id
            """)
        .param("showId", showId.value())
        .query((row, _) -> new TicketId(row.getObject("ticket_id", UUID.class)))
        .list();
  }

  private static Ticket ticket(ResultSet row) throws SQLException {
    var checkedInAt = row.getObject("checked_in_at", OffsetDateTime.class);
    return new Ticket(
        new TicketId(row.getObject("ticket_id", UUID.class)),
        new BookingId(row.getObject("booking_id", UUID.class)),
        new ShowId(row.getObject("show_id", UUID.class)),
        new Seat(
            new SeatId(row.getObject("seat_id", UUID.class)),
            row.getString("section"),
            row.getString("row_label"),
            row.getString("seat_number")),
        row.getInt("place"),
        new Holder(row.getString("holder")),
        row.getString("code"),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        TicketStatus.valueOf(row.getString("status")),
        checkedInAt == null ? null : checkedInAt.toInstant(),
        row.getString("gate"));
  }
}
