package dev.boxoffice.defaults.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads strings, refusing those that could not be stored, so that they fail as input and not as
 * SQL. A number where the contract has a string is refused too.
 */
final class StorableTextDeserializer extends StdDeserializer<String> {
  StorableTextDeserializer() {
    super(String.class);
  }

  @Override
  public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken().isNumeric() || parser.currentToken().isBoolean()) {
      return (String) context.handleUnexpectedToken(getValueType(context), parser);
    }
    String text = StringDeserializer.instance.deserialize(parser, context);
    if (text != null && !StorableText.isStorable(text)) {
      return (String)
          context.handleWeirdStringValue(String.class, text, "%s", StorableText.MESSAGE);
    }
    return text;
  }
}
