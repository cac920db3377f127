package dev.boxoffice.event.catalogue;

/** What an organiser says about an event. */
enum EventStatus {
  ACTIVE,
  /** Not listed; whoever has its address sees it. */
  HIDDEN,
  /** Not listed; its shows to come are cancelled. */
  CANCELLED
}
