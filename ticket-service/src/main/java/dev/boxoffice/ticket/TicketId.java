package dev.boxoffice.ticket;

import java.util.UUID;

/** One ticket: one seat for one person. */
public record TicketId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
