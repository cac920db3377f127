package dev.boxoffice.gateway.routing;

/** Who answers a call. */
public enum Target {
  EVENT,
  SEAT,
  BOOKING,
  QUEUE,
  TICKET,
  /** The gateway itself. */
  GATEWAY
}
