package dev.boxoffice.booking.tickets;

/** Whether tickets have stopped opening the door. */
public sealed interface RevokeAnswer {

  /** All of them have, those not issued yet included. */
  record Revoked() implements RevokeAnswer {}

  /** Somebody is inside already, so none has. */
  record CheckedIn() implements RevokeAnswer {}
}
