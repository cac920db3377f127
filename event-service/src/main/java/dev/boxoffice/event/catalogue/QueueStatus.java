package dev.boxoffice.event.catalogue;

/** Whether buyers of a show go through its waiting room now. */
public enum QueueStatus {
  OFF,
  ACTIVE
}
