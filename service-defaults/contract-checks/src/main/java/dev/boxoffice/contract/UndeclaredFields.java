package dev.boxoffice.contract;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Finds fields of a value that its schema does not know. A JSON Schema allows them unless it says
 * otherwise, so that a validator would never miss what is not described.
 */
final class UndeclaredFields {
  private static final List<String> COMBINATIONS = List.of("allOf", "oneOf", "anyOf");

  private final JsonNode document;

  UndeclaredFields(JsonNode document) {
    this.document = document;
  }

  List<String> in(JsonNode value, JsonNode schema) {
    List<String> found = new ArrayList<>();
    look(value, parts(List.of(schema)), "$", found);
    return found;
  }

  private void look(JsonNode value, List<JsonNode> parts, String at, List<String> found) {
    if (value.isArray()) {
      List<JsonNode> items = parts(children(parts, "items"));
      for (int i = 0; i < value.size(); i++) {
        look(value.get(i), items, at + "[" + i + "]", found);
      }
    }
    if (!value.isObject() || parts.stream().noneMatch(part -> part.has("properties"))) {
      return;
    }
    boolean open =
        parts.stream()
            .map(part -> part.path("additionalProperties"))
            .anyMatch(more -> more.isObject() || more.asBoolean(false));
    value.forEachEntry(
        (name, child) -> {
          List<JsonNode> declared =
              parts.stream()
                  .map(part -> part.path("properties").path(name))
                  .filter(property -> !property.isMissingNode())
                  .toList();
          if (declared.isEmpty() && !open) {
            found.add(at + "." + name + ": is not described");
          }
          look(child, parts(declared), at + "." + name, found);
        });
  }

  private static List<JsonNode> children(List<JsonNode> parts, String keyword) {
    return parts.stream().map(part -> part.path(keyword)).filter(JsonNode::isObject).toList();
  }

  /** The schemas with all that they refer to and are combined of. */
  private List<JsonNode> parts(List<JsonNode> schemas) {
    List<JsonNode> parts = new ArrayList<>();
    schemas.forEach(schema -> collect(schema, parts));
    return parts;
  }

  private void collect(JsonNode schema, List<JsonNode> parts) {
    parts.add(schema);
    String reference = schema.path("$ref").asString("");
    if (!reference.isEmpty()) {
      collect(document.at(reference.substring(1)), parts);
    }
    for (String combination : COMBINATIONS) {
      schema.path(combination).forEach(part -> collect(part, parts));
    }
  }
}
