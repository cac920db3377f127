package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.SeatId;
import dev.boxoffice.ticket.TicketId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Derives tickets' ids from what they are for, so that nothing is ever issued twice. */
final class TicketIds {

  private static final long VERSION_8 = 0x8000L;
  private static final long VERSION_MASK = 0xF000L;
  private static final long VARIANT = 1L << 63;
  private static final long VARIANT_MASK = 3L << 62;

  private TicketIds() {}

  /** The ticket that a booking's seat is issued with. */
  static TicketId first(BookingId bookingId, SeatId seatId) {
    return hashed("%s/%s".formatted(bookingId, seatId));
  }

  /** The ticket that takes another's place when it is handed on. */
  static TicketId successor(TicketId ticketId) {
    return hashed("after/%s".formatted(ticketId));
  }

  /** A UUID of version 8 (RFC 9562): 122 bits of a SHA-256. */
  private static TicketId hashed(String name) {
    try {
      var hash =
          ByteBuffer.wrap(
              MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
      return new TicketId(
          new UUID(
              (hash.getLong() & ~VERSION_MASK) | VERSION_8,
              (hash.getLong() & ~VARIANT_MASK) | VARIANT));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
