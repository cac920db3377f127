package dev.boxoffice.local.launcher.house;

import tools.jackson.databind.JsonNode;

/** The kinds of house that can be drawn. */
public enum House {
  THEATRE,
  CONCERT_HALL,
  GREAT_CONCERT_HALL,
  SMALL_CONCERT_HALL,
  STADIUM,
  CINEMA,
  CHURCH,
  SALON,
  LAWN;

  /** A seating plan with that name on it. */
  public JsonNode plan(String name) {
    return switch (this) {
      case THEATRE -> Theatre.plan(name);
      case CONCERT_HALL -> ConcertHall.WITH_STANDING.plan(name);
      case GREAT_CONCERT_HALL -> ConcertHall.GREAT.plan(name);
      case SMALL_CONCERT_HALL -> ConcertHall.SMALL.plan(name);
      case STADIUM -> Stadium.plan(name);
      case CINEMA -> Hall.CINEMA.plan(name);
      case CHURCH -> Hall.CHURCH.plan(name);
      case SALON -> Hall.SALON.plan(name);
      case LAWN -> Lawn.plan(name);
    };
  }
}
