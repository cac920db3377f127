package dev.boxoffice.defaults.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads UUIDs; an empty text is no missing one. */
final class StrictUuidDeserializer extends StdDeserializer<UUID> {
  StrictUuidDeserializer() {
    super(UUID.class);
  }

  @Override
  public @Nullable UUID deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return (UUID) context.handleUnexpectedToken(getValueType(context), parser);
    }
    String text = parser.getString();
    try {
      return StrictUuid.parse(text);
    } catch (IllegalArgumentException e) {
      return (UUID) context.handleWeirdStringValue(UUID.class, text, "%s", e.getMessage());
    }
  }
}
