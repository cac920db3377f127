package dev.boxoffice.defaults.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads strings, refusing those that could not be stored, so that they fail as input and not as
 * SQL.
 */
final class StorableTextDeserializer extends StdDeserializer<String> {
  StorableTextDeserializer() {
    super(String.class);
  }

  @Override
  public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
    String text = StringDeserializer.instance.deserialize(parser, context);
    if (text != null && !StorableText.isStorable(text)) {
      return (String)
          context.handleWeirdStringValue(String.class, text, "%s", StorableText.MESSAGE);
    }
    return text;
  }
}
