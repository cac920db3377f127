package dev.boxoffice.defaults.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a value should have been, in the caller's words: types have no names outside. */
final class Wanted {
  private Wanted() {}

  static String of(@Nullable Class<?> type) {
    if (type == null) {
      return "is not of the right type";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "must be one of ", ""));
    }
    if (type == boolean.class || type == Boolean.class) {
      return "must be true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "must be a number";
    }
    if (type == UUID.class) {
      return "must be a UUID";
    }
    if (type == LocalDate.class) {
      return "must be a day such as 2030-12-31";
    }
    if (type == Instant.class) {
      return "must be a time such as 2030-12-31T18:00:00Z";
    }
    if (type == Duration.class) {
      return "must be a duration such as PT5S";
    }
    return "is not of the right type";
  }
}
