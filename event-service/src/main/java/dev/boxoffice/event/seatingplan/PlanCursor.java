package dev.boxoffice.event.seatingplan;

import dev.boxoffice.defaults.problem.FieldError;
import dev.boxoffice.defaults.web.StorableText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A place in a stream of JSON that knows its own path. A value of the wrong kind is noted with that
 * path and stepped over, so that one reading finds several mistakes.
 *
 * <p>Each reading method consumes exactly the value that the cursor is at.
 */
final class PlanCursor {
  /** Enough to see what is wrong with a file; a file of garbage would name every seat. */
  static final int ERRORS_MAX = 20;

  private static final double NUMBER_MAX = 1_000_000;

  private final JsonParser parser;
  private final List<Object> path = new ArrayList<>();
  private final List<FieldError> errors = new ArrayList<>();

  /** Plans say the same few words over and over; each is kept once. */
  private final Map<String, String> words = new HashMap<>();

  PlanCursor(JsonParser parser, String root) {
    this.parser = parser;
    path.add(root);
  }

  List<FieldError> errors() {
    return errors;
  }

  void reject(String message) {
    reject("", message);
  }

  /** Notes that a field of the object the cursor is in is not there. */
  void rejectMissing(String field) {
    reject("." + field, "is missing");
  }

  private void reject(String below, String message) {
    if (errors.size() < ERRORS_MAX) {
      errors.add(new FieldError(path() + below, message));
    }
  }

  /** Reads an object; {@code field} is called with each name and must consume its value. */
  void object(Consumer<String> field) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      reject("must be an object");
      skip();
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      var _ = parser.nextToken();
      path.add(name);
      field.accept(name);
      path.removeLast();
    }
  }

  /** Reads an array; {@code element} must consume each element. Null counts as empty. */
  void array(Runnable element) {
    if (isNull()) {
      return;
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      reject("must be an array");
      skip();
      return;
    }
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      path.add(i);
      element.run();
      path.removeLast();
    }
  }

  boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  void skip() {
    var _ = parser.skipChildren();
  }

  /** A text, or a number where a text is meant ({@code "seat_number": 7}), without outer blanks. */
  @Nullable String text(int charactersMax) {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> storable(charactersMax);
      default -> {
        reject("must be a text");
        skip();
        yield null;
      }
    };
  }

  private @Nullable String storable(int charactersMax) {
    String text = parser.getString().strip();
    if (text.length() > charactersMax) {
      reject("must have at most " + charactersMax + " characters");
      return null;
    }
    if (!StorableText.isStorable(text)) {
      reject(StorableText.MESSAGE);
      return null;
    }
    return words.computeIfAbsent(text, word -> word);
  }

  /** A number within reason. */
  @Nullable Double number() {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      reject("must be a number");
      skip();
      return null;
    }
    double number = parser.getDoubleValue();
    // Also false for what is not a number.
    if (Math.abs(number) <= NUMBER_MAX) {
      return number;
    }
    reject("must be between -1000000 and 1000000");
    return null;
  }

  boolean flag() {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE, VALUE_NULL -> false;
      default -> {
        reject("must be true or false");
        skip();
        yield false;
      }
    };
  }

  private String path() {
    StringBuilder text = new StringBuilder();
    for (Object step : path) {
      if (step instanceof Integer index) {
        text.append('[').append(index.intValue()).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step);
      }
    }
    return text.toString();
  }
}
