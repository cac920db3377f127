package dev.boxoffice.event.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What kind of event. */
public enum EventCategory {
  MOVIES,
  CONCERTS,
  SPORTS,
  THEATER;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The category of that name on the wire, or none. */
  public static @Nullable EventCategory named(String wireName) {
    return Stream.of(values())
        .filter(category -> category.wireName().equals(wireName))
        .findFirst()
        .orElse(null);
  }

  @JsonCreator
  static EventCategory read(String wireName) {
    EventCategory category = named(wireName);
    if (category == null) {
      throw new IllegalArgumentException("Not a category: " + wireName);
    }
    return category;
  }
}
