package dev.boxoffice.local.launcher.programme;

import dev.boxoffice.local.launcher.house.House;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a concert was played.
 *
 * @param city the town, without its state or country
 */
record Place(String venue, String city, ZoneId timezone) {

  /** By what follows the last comma of a location, in capitals. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("NY", "America/New_York"),
          Map.entry("NJ", "America/New_York"),
          Map.entry("CT", "America/New_York"),
          Map.entry("MA", "America/New_York"),
          Map.entry("PA", "America/New_York"),
          Map.entry("DC", "America/New_York"),
          Map.entry("FL", "America/New_York"),
          Map.entry("IL", "America/Chicago"),
          Map.entry("TX", "America/Chicago"),
          Map.entry("CO", "America/Denver"),
          Map.entry("CA", "America/Los_Angeles"),
          Map.entry("WA", "America/Los_Angeles"),
          Map.entry("ENGLAND", "Europe/London"),
          Map.entry("FRANCE", "Europe/Paris"),
          Map.entry("GERMANY", "Europe/Berlin"),
          Map.entry("AUSTRIA", "Europe/Vienna"),
          Map.entry("ITALY", "Europe/Rome"),
          Map.entry("SPAIN", "Europe/Madrid"),
          Map.entry("INDIA", "Asia/Kolkata"),
          Map.entry("CHINA", "Asia/Shanghai"),
          Map.entry("HONG KONG", "Asia/Hong_Kong"),
          Map.entry("JAPAN", "Asia/Tokyo"),
          Map.entry("KOREA", "Asia/Seoul"),
          Map.entry("SOUTH KOREA", "Asia/Seoul"));

  /** The zone of a location like {@code Vail, CO}, if it is known. */
  static Optional<ZoneId> zoneOf(String location) {
    String region = location.substring(location.lastIndexOf(',') + 1);
    return Optional.ofNullable(ZONES.get(region.strip().toUpperCase(Locale.ROOT))).map(ZoneId::of);
  }

  static String cityOf(String location) {
    int comma = location.indexOf(',');
    return (comma < 0 ? location : location.substring(0, comma)).strip();
  }

  /**
   * What such a house may look like from inside, by its name and use.
   *
   * @param concerts how many are played there
   */
  House house(int concerts) {
    String name = venue.toLowerCase(Locale.ROOT);
    if (has(name, " park", "lawn", "garden")) {
      return House.LAWN;
    }
    if (has(name, "church", "cathedral", "chapel")) {
      return House.CHURCH;
    }
    if (has(name, "hall", "theat", "center", "centre", "auditorium")) {
      return concerts >= MANY ? House.GREAT_CONCERT_HALL : House.SMALL_CONCERT_HALL;
    }
    return House.SALON;
  }

  /** So many concerts in one season are an orchestra's own hall's. */
  private static final int MANY = 25;

  private static boolean has(String name, String... words) {
    for (String word : words) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
