package dev.boxoffice.event.catalogue;

/** How many seats are left in an event's shows to come. */
public enum Availability {
  AVAILABLE,
  FEW_LEFT,
  SOLD_OUT,
  /** Nothing is on sale: no shows to come, or none whose seats exist yet. */
  NONE
}
