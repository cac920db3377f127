package dev.boxoffice.event.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.boxoffice.defaults.web.StorableText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever an organiser wants to say about an event beyond its fields: a JSON object. */
record Metadata(@JsonValue ObjectNode json) {
  private static final int CHARACTERS_MAX = 16_384;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Metadata {
    if (json.toString().length() > CHARACTERS_MAX || !isStorable(json)) {
      throw new IllegalArgumentException("Metadata that cannot be stored");
    }
    json = json.deepCopy();
  }

  static Metadata empty() {
    return new Metadata(MAPPER.createObjectNode());
  }

  private static boolean isStorable(JsonNode node) {
    if (node.isString()) {
      return StorableText.isStorable(node.stringValue());
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!StorableText.isStorable(field.getKey())) {
        return false;
      }
    }
    for (JsonNode child : node) {
      if (!isStorable(child)) {
        return false;
      }
    }
    return true;
  }

  /** Kept as text: nothing is ever asked of it in SQL. */
  @Converter(autoApply = true)
  static final class Stored implements AttributeConverter<Metadata, String> {
    @Override
    public String convertToDatabaseColumn(Metadata metadata) {
      return metadata.json().toString();
    }

    @Override
    public Metadata convertToEntityAttribute(String text) {
      return new Metadata((ObjectNode) MAPPER.readTree(text));
    }
  }
}
