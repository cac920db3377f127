package dev.boxoffice.seat.seatmap.socket;

/** How much of a frame a connection took that is not waited for. */
public enum Sent {
  ALL,
  /** The rest goes before anything else that is sent. */
  SOME,
  NONE
}
